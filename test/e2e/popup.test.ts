import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waitForReader } from '../../scripts/browser/reader.mjs';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser } from './browser.ts';
import { startBrowser, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { plainPage, serveSite } from './site.ts';

let browser: Browser;
let site: Site;
let popup: Popup;

beforeAll(async () => {
  site = await serveSite({ '/login': plainPage, '/paper.pdf': { body: '%PDF-1.4\n', type: 'application/pdf' } });
  browser = await startBrowser();
});

afterEach(() => popup.close());

afterAll(async () => {
  await browser.close();
  await site.close();
});

const outline = [
  '首先，冷库的存量需要消化的时间。',
  '其次，测温的手段从抽查走向全程是需要时间的。',
  '再次，责任的划分是需要时间的。',
  '第一，从卖库容向卖确定性转变。',
  '第二，从按车调度向按箱调度转变。',
  '第三，从企业自证向行业互认转变。',
];

describe('on an article', () => {
  beforeEach(async () => {
    await browser.page.goto(site.origin);
    popup = await clickToolbarIcon(browser);
    await popup.waitFor('[data-testid=title]');
  });

  test('the title, the author and the outline stand there', async () => {
    expect(await texts('title')).toEqual(['冷链的下半场，是一门关于温度的生意']);
    expect((await texts('meta')).join()).toContain('沈砚秋');
    const items = await texts('outline-item');
    expect(items.map((item, index) => item.startsWith(outline[index] ?? '?'))).toEqual(outline.map(() => true));
    expect(items).toHaveLength(outline.length);
  });

  test('it says what was stripped, and keeps prose that only speaks of it', async () => {
    const removals = (await texts('removals')).join();
    expect(removals).toContain('给作者打赏');
    expect(removals).toContain('未经许可，禁止转载');
    expect(removals).not.toContain('有人靠读者打赏写行业文章');
  });

  test('it shows the shortcut that the browser has', async () => {
    await popup.waitFor('[data-testid=shortcut]');
    expect(await texts('shortcut')).toEqual(['Alt+Shift+Y']);
  });

  test('the first button opens the reader over the page', async () => {
    await popup.click('[data-testid=open-reader]');
    const reader = await waitForReader(browser.page);
    expect(await textsOf(reader, 'title')).toEqual(['冷链的下半场，是一门关于温度的生意']);
    await waitUntil(() => !popup.isOpen(), 'the popup to close');
  });

  test('a click in the outline opens the reader at that section', async () => {
    await popup.click('li:nth-child(5) > [data-testid=outline-item]');
    const reader = await waitForReader(browser.page);
    await waitUntil(() => reader.evaluate(currentItem), 'a current section');
    expect(await reader.evaluate(currentItem)).toContain('第二，从按车调度');
    const top = await reader.evaluate((root) => [...root.querySelectorAll('h1,h2,h3,h4,h5,h6')].find((heading) => heading.textContent?.startsWith('第二'))?.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(300);
  });

  test('both tabs are reached by mouse and by keyboard', async () => {
    await popup.click('[data-testid=tab-saved]');
    await popup.waitFor('[data-testid=tab-saved][aria-selected=true]');
    await popup.press('ArrowLeft');
    await popup.waitFor('[data-testid=tab-page][aria-selected=true]');
    await popup.press('ArrowRight');
    await popup.waitFor('[data-testid=tab-saved][aria-selected=true]');
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('tab-saved');
  });
});

describe('on a page that is no article', () => {
  beforeEach(async () => {
    await browser.page.goto(`${site.origin}/login`);
    popup = await clickToolbarIcon(browser);
    await popup.waitFor('[data-testid=message]');
  });

  test('it says so and offers to try all the same', async () => {
    expect((await texts('message'))[0]).toContain(english.notArticle.message);
    await popup.click('[data-testid=try]');
    await waitUntil(async () => !(await texts('message')).some((text) => text.includes(english.notArticle.message)), 'another answer');
  });
});

test.each(['chrome://version', 'about:blank'])('on %s it says that no extension may work there', async (address) => {
  await browser.page.goto(address);
  popup = await clickToolbarIcon(browser);
  await popup.waitFor('[data-testid=message]');
  expect((await texts('message'))[0]).toContain(english.forbidden.message);
});

function texts(testId: string): Promise<string[]> {
  return popup.evaluate(
    (selector) => [...document.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
    `[data-testid=${testId}]`,
  );
}

function currentItem(root: ShadowRoot): string | null | undefined {
  return root.querySelector('[data-testid=outline-item][aria-current]')?.textContent;
}

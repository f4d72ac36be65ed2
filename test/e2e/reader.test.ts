import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { findClosedShadow } from '../../scripts/browser/closed-shadow.mjs';
import { readerHost, waitForNoReader, waitForReader } from '../../scripts/browser/reader.mjs';
import { stopServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from './browser.ts';
import { openReader, snapshot, startBrowser, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { serveSite } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  await browser.page.goto('about:blank');
  await browser.page.goto(site.origin);
});

test('the shortcut opens the reader with the whole article', async () => {
  const reader = await openReader(browser.page);
  expect(await textsOf(reader, 'title')).toEqual(['冷链的下半场，是一门关于温度的生意']);
  expect(await textsOf(reader, 'byline')).toEqual([expect.stringContaining('沈砚秋') as string]);
  expect((await textsOf(reader, 'standfirst'))[0]).toContain('过去十年，冷链行业比的是谁的库多');
  const [body = ''] = await textsOf(reader, 'body');
  expect(body).toContain('这二十六分钟不会出现在任何一张单据上');
  expect(body).toContain('真正退出的库并不多，大家都在等对手先撑不住');
  expect(body).toContain('有人靠读者打赏写行业文章');
  expect(body).toContain('却会是客户最后才舍得换掉的那一家');
  expect(body).not.toMatch(/赞赏码|已有 12 人打赏|立即报名|相关阅读|分享到/);
  expect(await textsOf(reader, 'outline-item')).toHaveLength(6);
});

test('the pictures of the article are there, also those that the page has not loaded yet', async () => {
  const reader = await openReader(browser.page);
  const pictures = (root: ShadowRoot): [string, boolean][] =>
    [...root.querySelectorAll<HTMLImageElement>('[data-testid=body] img')].map((image) => [new URL(image.src).pathname, image.complete && image.naturalWidth > 0]);
  await reader.evaluate((root) => root.querySelectorAll('img').forEach((image) => { image.loading = 'eager'; }));
  await waitUntil(async () => (await reader.evaluate(pictures)).every(([, drawn]) => drawn), 'the pictures');
  expect(await reader.evaluate(pictures)).toEqual([['/cold-chain.svg', true], ['/temperature.svg', true]]);
});

describe.each([
  ['the shortcut', 'Alt+Shift+Y'],
  ['Esc', 'Escape'],
])('closed by %s', (_name, keys) => {
  test('the page is as it was, scrolled and focused as it was', async () => {
    const { page } = browser;
    await page.focus('.site-search input');
    await page.evaluate(() => scrollTo(0, 700));
    await waitUntil(() => page.evaluate(() => scrollY === 700), 'the page to scroll');
    const before = await snapshot(page);
    await openReader(page);
    expect(await snapshot(page)).not.toEqual(before);
    await pressShortcut(page, keys);
    await waitForNoReader(page);
    expect(await snapshot(page)).toEqual(before);
  });
});

test('the close button closes it', async () => {
  const reader = await openReader(browser.page);
  await reader.click('[data-testid=close]');
  await waitForNoReader(browser.page);
});

test('it opens and closes as often as one likes', async () => {
  await openReader(browser.page);
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  expect(await textsOf(await openReader(browser.page), 'title')).toHaveLength(1);
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
});

test('while it is open the page behind it neither scrolls nor hears keys', async () => {
  const { page } = browser;
  await page.evaluate(() => {
    document.addEventListener('keydown', () => document.body.setAttribute('data-heard', ''));
  });
  await openReader(page);
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 600);
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  expect(await page.evaluate(() => [scrollY, document.body.hasAttribute('data-heard')])).toEqual([0, false]);
});

test('every key of the list does what the list says, in capitals too', async () => {
  const reader = await openReader(browser.page);
  const has = (selector: string): Promise<boolean> => reader.evaluate((root, wanted) => root.querySelector(wanted) !== null, selector);
  const heading = (): Promise<string | undefined> => reader.evaluate((root) => root.activeElement?.closest('h2, h3')?.textContent ?? undefined);
  const size = (): Promise<string | undefined> => reader.evaluate((root) => root.querySelector<HTMLElement>('.reader')?.style.getPropertyValue('--text-size'));
  const headings = await textsOf(reader, 'outline-item');
  for (const [key, section] of [['j', 0], ['n', 1], ['J', 2], ['k', 1], ['p', 0]] as const) {
    await browser.page.keyboard.press(key);
    await waitUntil(async () => headings[section]?.startsWith((await heading())?.slice(0, 8) ?? 'none'), `${key} to go to section ${section}`);
  }
  for (const [key, wanted] of [['+', '19px'], ['=', '20px'], ['-', '19px'], ['-', '18px']] as const) {
    await browser.page.keyboard.press(key);
    await waitUntil(async () => (await size()) === wanted, `${key} to change the size`);
  }
  for (const [key, part] of [['o', '[data-drawer=true]'], ['t', '[data-testid=typography]'], ['?', '[data-testid=keys]']] as const) {
    for (const there of [true, false]) {
      await browser.page.keyboard.press(key);
      await waitUntil(async () => (await has(part)) === there, `${key} to ${there ? 'open' : 'close'} ${part}`);
    }
  }
  expect(await has('[data-testid=save][data-on=true]')).toBe(false);
  await browser.page.keyboard.press('s');
  await waitUntil(() => has('[data-testid=save][data-on=true]'), 's to save');
});

test('the outline marks the section that is read', async () => {
  const reader = await openReader(browser.page);
  await reader.click('li:nth-child(4) > [data-testid=outline-item]');
  const current = (root: ShadowRoot): string | null | undefined => root.querySelector('[data-testid=outline-item][aria-current]')?.textContent;
  await waitUntil(async () => (await reader.evaluate(current))?.startsWith('第一'), 'the mark to move');
  expect(await reader.evaluate((root) => root.querySelectorAll('[data-testid=outline-item][aria-current]').length)).toBe(1);
});

test('a page cannot reach into the reader', async () => {
  await openReader(browser.page);
  expect(await browser.page.evaluate((host) => document.querySelector(host)?.shadowRoot, readerHost)).toBeNull();
});

test('the shortcut works after the browser has ended the service worker', async () => {
  await stopServiceWorker(browser);
  expect(await textsOf(await openReader(browser.page), 'title')).toHaveLength(1);
  await stopServiceWorker(browser);
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  await waitForNoReader(browser.page);
});

test.each([
  ['by its key', () => pressShortcut(browser.page, 'Alt+Shift+S')],
  ['in the popup', async () => {
    const popup = await clickToolbarIcon(browser);
    await popup.click('[data-testid=save]');
    await popup.close();
  }],
])('saved %s, the open reader shows it at once', async (way, save) => {
  await browser.page.goto(`${site.origin}/?saved=${encodeURIComponent(way)}`);
  const reader = await openReader(browser.page);
  const bookmark = (): Promise<unknown> => reader.evaluate((root) => root.querySelector<HTMLElement>('[data-testid=save]')?.dataset['on']);
  expect(await bookmark()).toBe('false');
  await save();
  await waitUntil(async () => (await bookmark()) === 'true', 'the bookmark to be filled');
});

test('a page that replaces its document takes the reader with it, and it opens anew', async () => {
  await openReader(browser.page);
  await browser.page.evaluate(() => document.querySelector('jingdu-reader')?.remove());
  expect(await findClosedShadow(browser.page, readerHost)).toBeUndefined();
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  expect(await textsOf(await waitForReader(browser.page), 'title')).toHaveLength(1);
});

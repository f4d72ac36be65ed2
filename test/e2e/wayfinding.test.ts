import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// One story: read to a place, go away, come back to it in the page and in the saved article.
let browser: Browser;
let site: Site;

beforeAll(async () => {
  const sections = Array.from({ length: 200 }, (_, index) => `<h2>${index + 1}. 第 ${index + 1} 节的标题写得不短也不长</h2><p>这一节只说一件事，说完就走，账要到年底才算得清。</p>`);
  site = await serveSite({ '/many': articlePage('两百节', sections.join('')) });
  browser = await startBrowser();
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await browser.page.goto(site.origin);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The heading at the top of the view. */
const focused = (reader: Shadow): Promise<string> => reader.evaluate((root) => root.activeElement?.textContent ?? '');

async function closeReader(): Promise<void> {
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
}

/** How far the line at the top has come, from 0 to 1. */
const progress = (reader: Shadow): Promise<number> => reader.evaluate((root) => new DOMMatrix(getComputedStyle(root.querySelector('.sheet') as Element, '::before').transform).a);

test('J and K go from section to section, what is left becomes less, and the line grows', async () => {
  const reader = await openReader(browser.page);
  expect(await progress(reader)).toBe(0);
  const headings = await textsOf(reader, 'outline-item');
  const [before = ''] = await textsOf(reader, 'minutes-left');
  const { keyboard } = browser.page;
  for (const key of ['j', 'j', 'j', 'k']) {
    await keyboard.press(key);
    await reader.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  expect(headings[1]).toContain((await focused(reader)).slice(0, 12));
  await waitUntil(async () => (await textsOf(reader, 'minutes-left'))[0] !== before, 'the minutes to pass');
  expect(parseInt((await textsOf(reader, 'minutes-left'))[0] ?? '', 10)).toBeLessThan(parseInt(before, 10));
  expect(await progress(reader)).toBeGreaterThan(0.1);
  expect(await reader.evaluate((root) => root.querySelector('[aria-current] .outline-minutes')?.textContent)).toMatch(/min/);
  await closeReader();
});

test('L copies a link by which the browser finds the section on the original', async () => {
  const reader = await openReader(browser.page);
  await reader.click('li:nth-child(5) > [data-testid=outline-item]');
  const marked = (root: ShadowRoot): boolean => root.querySelector('li:nth-child(5) > [aria-current]') !== null;
  await waitUntil(() => reader.evaluate(marked), 'the mark to move');
  await browser.page.keyboard.press('l');
  await waitUntil(async () => (await textsOf(reader, 'said'))[0] !== '', 'a word');
  await closeReader();
  const copied = (): Promise<string> => browser.page.evaluate(() => navigator.clipboard.readText());
  const link = await copied();
  expect(link).toMatch(new RegExp(`^${site.origin}/#:~:text=`));
  const page = await browser.context.newPage();
  await page.goto(link);
  await waitUntil(() => page.evaluate(() => scrollY > 500), 'the browser to go to the heading');
  await page.close();
  const again = await openReader(browser.page);
  await again.click('li:nth-child(2) > [data-testid=copy-link]');
  await waitUntil(async () => (await copied()) !== link, 'the link beside another section to be copied');
  expect(decodeURIComponent(await copied())).toContain((await textsOf(again, 'outline-item'))[1]?.slice(0, 6));
  await closeReader();
});

test('the place is offered the next time, though the page has grown above it, and in the saved article', async () => {
  const reader = await openReader(browser.page);
  await reader.click('[data-testid=save]');
  await reader.click('li:nth-child(5) > [data-testid=outline-item]');
  const marked = (root: ShadowRoot): boolean => root.querySelector('li:nth-child(5) > [aria-current]') !== null;
  await waitUntil(() => reader.evaluate(marked), 'the mark to move');
  await closeReader();
  await browser.page.reload();
  await browser.page.evaluate((added) => document.querySelector('article p')?.insertAdjacentHTML('beforebegin', added), `<p>${'编者后来在全文前面加了一段很长的说明，读者来信里常常问起。'.repeat(6)}</p>`.repeat(8));
  const again = await openReader(browser.page);
  await waitUntil(async () => (await textsOf(again, 'place-offer')).length === 1, 'the offer');
  await browser.page.keyboard.press('r');
  await waitUntil(() => again.evaluate(marked), 'the place');
  expect(await textsOf(again, 'place-offer')).toEqual([]);
  await closeReader();
  const popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.click('[data-testid=place-return]');
  await saved.waitForSelector('li:nth-child(5) > [data-testid=outline-item][aria-current]');
  await saved.close();
});

test('of two hundred sections the one that is read stays in sight, and nothing grows sideways at 320 px', async () => {
  await browser.page.goto(`${site.origin}/many`);
  const reader = await openReader(browser.page);
  await browser.page.keyboard.press('End');
  const isMarkedInSight = (root: ShadowRoot): boolean => {
    const [rail, item] = ['.rail', '[aria-current]'].map((selector) => root.querySelector(selector)?.getBoundingClientRect());
    return rail !== undefined && item !== undefined && item.top >= rail.top && item.bottom <= rail.bottom && root.querySelector('[aria-current]')?.textContent?.startsWith('200.') === true;
  };
  await waitUntil(() => reader.evaluate(isMarkedInSight), 'the last section in the outline');
  await browser.page.setViewportSize({ width: 320, height: 640 });
  await browser.page.keyboard.press('o');
  await waitUntil(() => reader.evaluate(isMarkedInSight), 'the last section in the drawer');
  expect(await reader.evaluate((root) => [...root.querySelectorAll('.reader, .rail')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))).toEqual([0, 0]);
});

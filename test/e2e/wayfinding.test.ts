import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { serveSite } from './site.ts';

// One story: read to a place, go away, come back to it in the page and in the saved article.
let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite();
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

test('J and K go from section to section, and what is left becomes less', async () => {
  const reader = await openReader(browser.page);
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
  const link = await browser.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`^${site.origin}/#:~:text=`));
  const page = await browser.context.newPage();
  await page.goto(link);
  await waitUntil(() => page.evaluate(() => scrollY > 500), 'the browser to go to the heading');
  await page.close();
});

test('the place is offered the next time, and in the saved article', async () => {
  const reader = await openReader(browser.page);
  await reader.click('[data-testid=save]');
  await reader.click('li:nth-child(5) > [data-testid=outline-item]');
  const marked = (root: ShadowRoot): boolean => root.querySelector('li:nth-child(5) > [aria-current]') !== null;
  await waitUntil(() => reader.evaluate(marked), 'the mark to move');
  await closeReader();
  await browser.page.reload();
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

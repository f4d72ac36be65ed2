import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { SaveOutcome } from '../../src/library/saved-article.ts';
import { makeArticle } from '../library/articles.ts';
import type { Browser } from './browser.ts';
import { startBrowser, temporaryFolder, withoutUnlimitedStorage } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// A browser that grants the library ten megabytes, as those do that know no unlimited storage.
const folder = temporaryFolder();
let browser: Browser;
let site: Site;
let library: Page;
let popup: Popup | undefined;

beforeAll(async () => {
  site = await serveSite({ '/late': articlePage('最后一篇') });
  browser = await startBrowser({ extension: withoutUnlimitedStorage(join(folder.path, 'small')) });
  library = await openPage('library-page');
});

afterEach(async () => {
  await popup?.close();
  popup = undefined;
});

afterAll(async () => {
  await browser.close();
  await site.close();
  folder.remove();
});

test('fifty articles without a backup bring a quiet word in popup and library', async () => {
  await save(49, '早');
  await openSavedTab();
  expect(await hasReminder()).toBe(false);
  await save(1, '第五十');
  await waitUntil(hasReminder, 'the reminder in the popup');
  await library.waitForSelector('[data-testid=backup-reminder]');
  expect(await library.textContent('[data-testid=last-backup]')).toBe('Never backed up');
});

test('put off in one place, it is gone in the other, until fifty more are there', async () => {
  await library.click('[data-testid=backup-later]');
  await openSavedTab();
  await library.waitForSelector('[data-testid=backup-reminder]', { state: 'detached' });
  expect(await hasReminder()).toBe(false);
  await save(50, '晚');
  await waitUntil(hasReminder, 'the reminder to come again');
});

test('a backup ends it, and its day is kept', async () => {
  const transfer = await openPage('transfer');
  const download = transfer.waitForEvent('download');
  await transfer.click('[data-testid=export]');
  await download;
  await transfer.close();
  await library.waitForSelector('[data-testid=backup-reminder]', { state: 'detached' });
  await waitUntil(async () => (await library.textContent('[data-testid=last-backup]')) === 'Last backup: today', 'the day of the backup');
});

test('a full store names what could go, and after that the article is saved', async () => {
  await fill();
  await browser.page.goto(`${site.origin}/late`);
  await browser.page.bringToFront();
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=save]');
  await popup.waitFor('[data-testid=save][data-state=failed]');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=make-room]');
  const room = await opened;
  await room.waitForSelector('[data-testid=room-article]');
  expect(await room.locator('[data-testid=room-article]').first().textContent()).toContain('很长的一篇');
  expect(await room.textContent('[data-testid=room] header')).toMatch(/MB/);
  await pressTwice(room, '[data-testid=room-remove]');
  await waitUntil(async () => !(await room.locator('[data-testid=room-article]').first().textContent())?.includes('很长的一篇'), 'the largest article to go');
  await browser.page.bringToFront();
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=save]');
  await popup.waitFor('[data-testid=save][data-state=saved]');
});

test('all that is shown is selected by its key, archived at once, and taken back by the key for that', async () => {
  await library.bringToFront();
  await library.reload();
  await library.waitForSelector('.shelf-list[aria-busy=false]');
  const listed = await library.textContent('[data-testid=facet-state-all]');
  await library.keyboard.press('Control+a');
  await library.click('[data-testid=archive]');
  await library.waitForSelector('[data-testid=saved-item]', { state: 'detached' });
  await library.keyboard.press('Control+z');
  await library.waitForSelector('[data-testid=saved-item]');
  expect(await library.textContent('[data-testid=facet-state-all]')).toBe(listed);
  await library.keyboard.press('Escape');
});

test('a press beside a row chooses it, and one with Shift all up to there', async () => {
  for (const [place, modifiers] of [[0, []], [2, ['Shift']]] as const) {
    const row = library.locator('[data-testid=saved-item]').nth(place);
    await row.click({ position: { x: 6, y: (await row.evaluate(({ clientHeight }) => clientHeight)) - 6 }, modifiers: [...modifiers] });
  }
  await waitUntil(async () => (await library.locator('[data-testid=row-box]:checked').count()) === 3, 'three rows to be chosen');
  expect(await library.evaluate(() => getSelection()?.toString())).toBe('');
  await library.keyboard.press('Escape');
});

test('the bin is emptied by two presses, and gives its room back', async () => {
  await library.bringToFront();
  await library.reload();
  await library.waitForSelector('.shelf-list[aria-busy=false]');
  await library.click('[data-testid=saved-delete]');
  await library.click('[data-testid=room-open]');
  await library.waitForSelector('[data-testid=empty-bin]');
  const before = await used();
  await library.click('[data-testid=empty-bin]');
  expect(await library.textContent('[data-testid=empty-bin]')).toContain('again');
  await library.click('[data-testid=empty-bin]');
  await library.waitForSelector('[data-testid=empty-bin]', { state: 'detached' });
  expect(await used()).toBeLessThan(before);
});

test('leaving the field for tags by its key gives the focus back to the row', async () => {
  await library.reload();
  await library.waitForSelector('.shelf-list[aria-busy=false]');
  const second = library.locator('[data-testid=saved-item]').nth(1);
  await second.locator('[data-testid=saved-open]').focus();
  await library.keyboard.press('t');
  await waitUntil(() => library.evaluate(() => document.activeElement?.getAttribute('data-testid') === 'tag-input'), 'the field for tags');
  await library.keyboard.type('改');
  await library.keyboard.press('Escape');
  await library.waitForSelector('[data-testid=selection]', { state: 'detached' });
  expect(await second.evaluate((row) => row.contains(document.activeElement))).toBe(true);
  await second.locator('[data-testid=row-box]').click();
  await library.click('[data-testid=select-none]');
  expect(await second.evaluate((row) => row.contains(document.activeElement))).toBe(true);
});

test('on a narrow screen all that stands beside the list is in a sheet, by mouse and by keys', async () => {
  await library.setViewportSize({ width: 360, height: 740 });
  const sheet = library.locator('.library-more');
  await sheet.waitFor({ state: 'hidden' });
  await library.focus('[data-testid=library-more]');
  await library.keyboard.press('Enter');
  for (const part of ['facet-site', 'room-open', 'last-backup', 'check-all']) await sheet.locator(`[data-testid=${part}]`).first().waitFor();
  await sheet.locator('.transfer-link').waitFor();
  expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await library.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  expect(await library.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('library-more');
  await library.click('[data-testid=library-more]');
  await sheet.locator('[data-testid=facet-site]').first().click();
  await sheet.waitFor({ state: 'hidden' });
  expect(await library.textContent('[data-testid=library-more]')).toBe('产业手记');
  await library.click('[data-testid=library-more]');
  await sheet.locator('[data-testid=room-open]').click();
  await library.waitForSelector('[data-testid=room]');
  await library.setViewportSize({ width: 1280, height: 800 });
  await sheet.locator('[data-testid=room-open]').waitFor();
  expect(await library.locator('[data-testid=library-more]').isVisible()).toBe(false);
});

test('in a window as low as a high zoom makes it, the list keeps its room beside what can be done, and the way back is in sight', async () => {
  await library.setViewportSize({ width: 640, height: 400 });
  await library.locator('[data-testid=row-box]').first().check();
  await library.keyboard.press('s');
  await library.waitForSelector('[data-testid=undo]');
  expect(await library.evaluate(() => document.querySelector('.virtual')?.clientHeight)).toBeGreaterThanOrEqual(200);
  await library.locator('[data-testid=saved-item]').nth(1).scrollIntoViewIfNeeded();
  expect(await library.locator('[data-testid=undo]').evaluate((undo) => undo.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
});

async function openPage(name: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/${name}/index.html`);
  await page.waitForSelector('main');
  return page;
}

async function openSavedTab(): Promise<void> {
  await browser.page.bringToFront();
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  await popup.waitFor('[data-testid=saved-item]');
}

async function hasReminder(): Promise<boolean> {
  return (await popup?.evaluate(() => document.querySelector('[data-testid=backup-reminder]') !== null)) === true;
}

async function save(count: number, name: string, textLength = 0): Promise<SaveOutcome[]> {
  const articles = Array.from({ length: count }, (_, index) => makeArticle({ url: `https://example.com/${encodeURIComponent(name)}/${index}`, title: `${name} ${index}` }));
  return library.evaluate(([all, length]) => Promise.all(all.map(async (article) => {
    // Noise, which no packing makes smaller.
    const noise = Array.from(crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536))), (byte, index) => String.fromCharCode(0x4e00 + ((byte * 251 + index * 7919) % 20_000))).join('');
    const textContent = noise.repeat(Math.ceil(length / 65_536)) || article.textContent;
    const reply = (await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: { ...article, textContent, length: textContent.length } } })) as { output: SaveOutcome };
    return reply.output;
  })), [articles, textLength] as const);
}

/** One long article, and so much besides that not even a short one has room. */
async function fill(): Promise<void> {
  expect(await save(1, '很长的一篇', 65_536)).toMatchObject([{ kind: 'saved' }]);
  await library.evaluate(async () => {
    for (let size = 4_000_000, index = 0; size > 500; index += 1) {
      try {
        await chrome.storage.local.set({ [`filler${index}`]: 'x'.repeat(size) });
      } catch (error) {
        console.info('this much has no room', size, error);
        size = Math.floor(size / 2);
      }
    }
  });
}

async function pressTwice(page: Page, selector: string): Promise<void> {
  const button = page.locator(selector).first();
  await button.click();
  await button.click();
}

function used(): Promise<number> {
  return library.evaluate(() => chrome.storage.local.getBytesInUse());
}

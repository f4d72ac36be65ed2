import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { makeArticle } from '../library/articles.ts';
import type { Browser } from './browser.ts';
import { badgeOf, openReader, startBrowser, temporaryFolder, tooltipOf } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// One story from the first save to the last deletion: each test goes on where the one before it ended.
const profile = temporaryFolder();
let browser: Browser;
let site: Site;
let popup: Popup | undefined;

const sampleTitle = '冷链的下半场，是一门关于温度的生意';

beforeAll(async () => {
  site = await serveSite({ '/factory': articlePage('工厂的账，要按三年来算'), '/channel': articlePage('渠道商搬家以后') });
  browser = await startBrowser({ profile: profile.path });
});

afterEach(async () => {
  await popup?.close();
  popup = undefined;
});

afterAll(async () => {
  await browser.close();
  await site.close();
  profile.remove();
});

test('the popup’s button saves', async () => {
  await browser.page.goto(site.origin);
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=save]');
  await popup.waitFor('[data-testid=save][data-state=saved]');
  await popup.click('[data-testid=tab-saved]');
  expect(await savedTitles(popup)).toEqual([sampleTitle]);
});

test('the shortcut saves, and says so on the icon', async () => {
  await browser.page.goto(`${site.origin}/factory`);
  await saveByShortcut(english.actionSaved.message);
  expect(await badgeOf(browser)).toBe('✓');
  popup = await openSavedTab();
  await waitUntil(async () => (await savedTitles(popup)).length === 2, 'the second article');
  expect(await savedTitles(popup)).toEqual(['工厂的账，要按三年来算', sampleTitle]);
});

test('the reader’s button saves', async () => {
  await browser.page.goto(`${site.origin}/channel`);
  const reader = await openReader(browser.page);
  await reader.click('[data-testid=save]');
  await pressShortcut(browser.page, 'Escape');
  popup = await openSavedTab();
  await waitUntil(async () => (await savedTitles(popup)).length === 3, 'the third article');
  expect((await savedTitles(popup))[0]).toBe('渠道商搬家以后');
});

test('saving again updates instead of adding', async () => {
  await browser.page.goto(`${site.origin}/factory?utm_source=letter#top`);
  await saveByShortcut(english.actionUpdated.message);
  popup = await openSavedTab();
  expect((await savedTitles(popup)).sort()).toEqual(['冷链的下半场，是一门关于温度的生意', '工厂的账，要按三年来算', '渠道商搬家以后'].sort());
});

test('after a restart and without the site all of it is there, and opens', async () => {
  await browser.close();
  await site.close();
  browser = await startBrowser({ profile: profile.path });
  popup = await openSavedTab();
  expect(await savedTitles(popup)).toHaveLength(3);
  const opened = browser.context.waitForEvent('page');
  await popup.click(`[data-testid=saved-item]:has(.saved-title) [data-testid=saved-open]`);
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(new URL(saved.url()).protocol).toBe('chrome-extension:');
  expect(await bodyOf(saved)).toContain('工厂把排产的周期从一个月缩短到一周');
  await saved.close();
});

test('the sample opens from the store with its outline', async () => {
  popup = await openSavedTab();
  const opened = browser.context.waitForEvent('page');
  await popup.evaluate((title) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=saved-open]')];
    rows.find((row) => row.textContent?.includes(title))?.click();
  }, sampleTitle);
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(await saved.locator('[data-testid=title]').innerText()).toBe(sampleTitle);
  expect(await saved.locator('[data-testid=outline-item]').count()).toBe(6);
  expect(await bodyOf(saved)).toContain('却会是客户最后才舍得换掉的那一家');
  await saved.close();
});

test('search finds words of the text and of the title, and says when there are none', async () => {
  popup = await openSavedTab();
  await search(popup, '月台');
  await waitUntil(async () => (await savedTitles(popup)).length === 1, 'one hit');
  expect(await savedTitles(popup)).toEqual([sampleTitle]);
  await search(popup, '渠道商搬家');
  await waitUntil(async () => (await savedTitles(popup))[0] === '渠道商搬家以后', 'the hit by title');
  await search(popup, '并无此词');
  await popup.waitFor('[role=tabpanel]:not([hidden]) [data-testid=message]');
  expect(await savedTitles(popup)).toEqual([]);
});

test('a deletion is undone, and one that is not stays', async () => {
  popup = await openSavedTab();
  const before = await savedTitles(popup);
  await popup.click('[data-testid=saved-item]:first-child [data-testid=saved-delete]');
  await waitUntil(async () => (await savedTitles(popup)).length === 2, 'the row to go');
  await popup.click('[data-testid=undo]');
  await waitUntil(async () => (await savedTitles(popup)).length === 3, 'the row to come back');
  expect(await savedTitles(popup)).toEqual(before);
  await popup.click('[data-testid=saved-item]:first-child [data-testid=saved-delete]');
  await waitUntil(async () => (await savedTitles(popup)).length === 2, 'the row to go');
  await popup.close();
  popup = await openSavedTab();
  await waitUntil(async () => (await savedTitles(popup)).length === 2, 'the row to stay away');
  expect(await savedTitles(popup)).toEqual(before.slice(1));
});

test('the list that was seen last stands there before the store has answered, and is put right once it has', async () => {
  const before = await titlesInPopup();
  const page = await browser.context.newPage();
  await page.addInitScript(holdStore);
  await page.goto(`chrome-extension://${browser.extensionId}/src/popup/index.html`);
  await page.click('[data-testid=tab-saved]');
  expect(await page.locator('.saved-title').allInnerTexts()).toEqual(before);
  const wasAsked = await page.evaluate((article) => chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article } }), makeArticle({ url: 'https://example.com/since', title: '后来才存的' })) as { ok: boolean };
  expect(wasAsked.ok).toBe(true);
  expect(await page.locator('.saved-title').allInnerTexts()).toEqual(before);
  await page.evaluate(() => (globalThis as unknown as { releaseStore: () => void }).releaseStore());
  await waitUntil(async () => (await page.locator('.saved-title').allInnerTexts()).length === before.length + 1, 'the new article');
  expect(await page.locator('.saved-title').allInnerTexts()).toEqual(['后来才存的', ...before]);
  expect(await page.locator('[data-testid=tab-saved] .count').innerText()).toBe(`${before.length + 1}`);
  await page.close();
});

async function titlesInPopup(): Promise<string[]> {
  popup = await openSavedTab();
  return savedTitles(popup);
}

/** A store that answers nothing until it is released. */
function holdStore(): void {
  const { local } = chrome.storage;
  const read = local.get.bind(local) as (keys: string[]) => Promise<Record<string, unknown>>;
  const released = new Promise<void>((resolve) => Object.assign(globalThis, { releaseStore: resolve }));
  local.get = ((keys: string[]) => released.then(() => read(keys))) as typeof local.get;
}

async function saveByShortcut(answer: string): Promise<void> {
  await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the article to be noticed');
  await pressShortcut(browser.page, 'Alt+Shift+S');
  await waitUntil(async () => (await tooltipOf(browser)) === answer, 'the tooltip to say that it is saved');
}

async function openSavedTab(): Promise<Popup> {
  const opened = await clickToolbarIcon(browser);
  await opened.click('[data-testid=tab-saved]');
  await opened.waitFor('[data-testid=saved-item]'); // the list stands a frame before its rows
  return opened;
}

async function savedTitles(from: Popup | undefined): Promise<string[]> {
  if (from === undefined) throw new Error('no popup is open');
  return from.evaluate(() => [...document.querySelectorAll('[data-testid=saved-item] .saved-title')].map((title) => title.textContent ?? ''));
}

async function search(from: Popup, words: string): Promise<void> {
  await from.click('[data-testid=search]');
  await from.evaluate(() => document.querySelector<HTMLInputElement>('[data-testid=search]')?.select());
  await from.type(words);
}

function bodyOf(page: Page): Promise<string> {
  return page.locator('[data-testid=body]').innerText();
}

import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { fromStoredKey } from '../../src/library/stored-key.ts';
import { makeArticle } from '../library/articles.ts';
import type { Browser } from './browser.ts';
import { startBrowser, temporaryFolder } from './browser.ts';

// The browser's own store is damaged on the disk, as crashes and full disks do it; the browser says nothing of it.
const profile = temporaryFolder();
const written = 40;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser({ profile: profile.path });
  page = await openLibrary();
  await save(Array.from({ length: written }, (_, index) => `第 ${index + 1} 篇`));
});

afterAll(async () => {
  await browser.close();
  profile.remove();
});

test('a library that is whole is compared article by article, and said to be whole', async () => {
  await page.reload();
  await checkAll();
  expect(await page.locator('[data-testid=check]').textContent()).toContain(`${written}`);
  expect(await page.locator('[data-testid=lost]').count()).toBe(0);
});

test('where no database opens, the articles can be read, and taken out of the browser', async () => {
  const shut = (): void => {
    IDBFactory.prototype.open = () => { throw new DOMException('a database that does not allow mutations', 'InvalidStateError'); };
  };
  const library = await openLibrary(shut);
  await library.click('[data-testid=check-all]');
  await library.waitForSelector('[data-testid=check][data-state=failed]');
  await library.click('[data-testid=room-open]');
  await library.waitForSelector('[data-testid=room-article]');
  await library.fill('[data-testid=search]', '空驶率');
  await library.waitForSelector('.search-field [data-answers="空驶率"]', { state: 'attached' });
  expect(await library.locator('[data-testid=saved-item]').first().getAttribute('aria-setsize')).toBe(`${written}`);
  await library.goto(`chrome-extension://${browser.extensionId}/src/transfer/index.html`);
  for (const format of ['backup', 'html']) {
    await library.click(`[data-testid=format-${format}]`);
    await Promise.all([library.waitForEvent('download'), library.click('[data-testid=export]:enabled')]);
  }
  await library.close();
});

test('what a truncated store lost is counted and named, and the rest is there', async () => {
  await browser.close();
  truncateStore();
  browser = await startBrowser({ profile: profile.path });
  page = await openLibrary();
  await page.waitForSelector('[data-testid=lost-item]');
  const [left, lost] = [await articlesInStore(), await namesOfLost()];
  console.log(`store cut short: ${written} written, ${left} left, ${lost.length} named as lost`);
  expect(lost.length).toBeGreaterThan(0);
  expect(left).toBeGreaterThan(0);
  expect(left + lost.length).toBe(written);
  expect(lost.every((name) => /^第 \d+ 篇$/.test(name))).toBe(true);
});

test('what is saved again is missed no more, and what is dismissed stays dismissed', async () => {
  const [name = ''] = await namesOfLost();
  await save([name]);
  await waitUntil(async () => !(await namesOfLost()).includes(name), 'the article to be missed no more');
  await page.locator('[data-testid=loss-accept-all], [data-testid=loss-accept]').last().click();
  await waitUntil(async () => (await namesOfLost()).length === 0, 'the list of losses to go');
  await page.reload();
  await checkAll();
  expect(await page.locator('[data-testid=lost]').count()).toBe(0);
});

test('an article that fell back to an earlier state is noticed at once', async () => {
  const before = await records('又一篇');
  await save(['又一篇'], '后来补了一段。');
  await page.evaluate((older) => chrome.storage.local.set(older), before);
  await page.reload();
  await page.waitForSelector('[data-testid=lost-item]');
  expect(await namesOfLost()).toEqual(['又一篇']);
  await page.click('[data-testid=loss-accept]');
  await waitUntil(async () => (await namesOfLost()).length === 0, 'the word to go');
});

test('an article that says something else than what was saved is found by its checksum', async () => {
  const mine = await records('账本');
  await page.evaluate(async (stored) => {
    const [[key, record] = ['', {}]] = Object.entries(stored).filter(([name]) => name.startsWith('a:')) as [string, Record<string, unknown>][];
    const bytes = Uint8Array.from(atob(String(record['packed'])), (unit) => unit.charCodeAt(0));
    const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const altered = await new Response(new Blob([text.replace('空驶率', '满载率')]).stream().pipeThrough(new CompressionStream('gzip'))).bytes();
    await chrome.storage.local.set({ [key]: { ...record, packed: btoa(String.fromCharCode(...altered)) } });
  }, mine);
  await page.reload();
  await checkAll();
  expect(await namesOfLost()).toEqual(['账本']);
});

test('an article of which only the text is damaged is found by the comparison, put aside by its title, and never called gone', async () => {
  const mine = await records('半坏的');
  const [key = '', record] = Object.entries(mine).find(([name]) => name.startsWith('a:')) ?? [];
  await page.evaluate(([name, before]) => chrome.storage.local.set({ [name as string]: { ...(before as object), packed: 'damaged!' } }), [key, record]);
  const saved = await browser.context.newPage();
  await page.reload();
  await checkAll();
  await waitUntil(async () => ((await page.locator('[data-testid=broken] li').textContent()) ?? '').includes('半坏的'), 'the title of the broken article');
  // With the altered one.
  expect(await page.locator('[data-testid=check] [role=status]').textContent()).toContain('2');
  await saved.goto(`chrome-extension://${browser.extensionId}/src/reader/index.html?id=${fromStoredKey(key).slice('article:'.length)}`);
  expect(await saved.textContent('[data-testid=message]')).toContain(english.brokenMalformed.message);
  await saved.close();
  await page.click('[data-testid=broken] summary');
  await page.click('[data-testid=broken-remove]');
  await page.waitForSelector('[data-testid=broken]', { state: 'detached' });
});

test('an article that cannot be read is called by its title', async () => {
  const mine = await records('读不出的');
  await page.evaluate((keys) => chrome.storage.local.set(Object.fromEntries(keys.map((key) => [key, 'rubbish']))), Object.keys(mine));
  await page.reload();
  await page.waitForSelector('[data-testid=broken]');
  await waitUntil(async () => ((await page.locator('[data-testid=broken] li').textContent()) ?? '').includes('读不出的'), 'the title of the broken article');
});

async function openLibrary(before?: () => void): Promise<Page> {
  const opened = await browser.context.newPage();
  if (before) await opened.addInitScript(before);
  await opened.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  await opened.waitForSelector('main.library');
  return opened;
}

async function save(titles: string[], more = ''): Promise<void> {
  const articles = titles.map((title) => makeArticle({ url: `https://example.com/${encodeURIComponent(title)}`, title, textContent: `${title}\n${makeArticle().textContent}${more}` }));
  const kinds = await page.evaluate(async (all) => Promise.all(all.map(async (article) => {
    const reply = (await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article } })) as { output?: { kind: string } };
    return reply.output?.kind;
  })), articles);
  expect(kinds).toEqual(titles.map(() => 'saved'));
}

/** Saves an article, and gives its records as they stand in the store. */
async function records(title: string): Promise<Record<string, unknown>> {
  const before = new Set(await page.evaluate(() => chrome.storage.local.get(null).then(Object.keys)));
  await save([title]);
  const all = await page.evaluate(() => chrome.storage.local.get(null) as Promise<Record<string, unknown>>);
  return Object.fromEntries(Object.entries(all).filter(([key]) => /^[ai]:/.test(key) && !before.has(key)));
}

function articlesInStore(): Promise<number> {
  return page.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('a:')).length);
}

function namesOfLost(): Promise<string[]> {
  return page.evaluate(() => Array.from(document.querySelectorAll('[data-testid=lost-item] > span:first-child'), (name) => name.textContent ?? ''));
}

async function checkAll(): Promise<void> {
  await page.waitForSelector('.shelf-list[aria-busy=false]');
  await page.click('[data-testid=check-all]');
  await page.waitForSelector('[data-testid=check][data-state=done]');
}

/** Cuts the log of the store in two, which the browser takes for the end of what was written. */
function truncateStore(): void {
  const folder = join(profile.path, 'Default/Local Extension Settings', browser.extensionId);
  const [log] = readdirSync(folder).filter((name) => name.endsWith('.log')).map((name) => join(folder, name));
  if (log === undefined) throw new Error('the store has no log');
  truncateSync(log, Math.floor(statSync(log).size / 2));
}

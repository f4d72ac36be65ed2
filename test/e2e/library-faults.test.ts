import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { stopServiceWorker } from '../../scripts/browser/service-worker.mjs';
import type { Article } from '../../src/article/article.ts';
import type { SaveOutcome } from '../../src/library/saved-article.ts';
import { fromStoredKey, toStoredKey } from '../../src/library/stored-key.ts';
import { makeArticle } from '../library/articles.ts';
import { articleIdOf } from './backup-file.ts';
import type { Browser } from './browser.ts';
import { startBrowser, temporaryFolder, withoutUnlimitedStorage } from './browser.ts';
import { emptyStores, openStores } from './store-state.ts';

// Real browsers, real stores: what is tried is counted, and what survived is said.
vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder();
let browser: Browser;
/** Pages of the extension without a library in them, which would be drawn anew at every save. */
let tabs: [Page, Page];

beforeAll(async () => {
  browser = await startBrowser();
  tabs = [await openOwn(browser, 'manifest.json'), await openOwn(browser, 'manifest.json')];
  await openStores(tabs[0]);
});

// The ledger would miss what is cleared elsewhere.
beforeEach(() => emptyStores(tabs[0]));

afterAll(async () => {
  await browser.close();
  folder.remove();
});

test('two tabs that save two hundred articles at once lose none', async () => {
  const outcomes = await Promise.all(tabs.map((tab, part) => saveAll(tab, Array.from({ length: 100 }, (_, index) => article(`${part}-${index}`)))));
  const kept = outcomes.flat().filter((outcome) => outcome?.kind === 'saved').length;
  const keys = await keysOf(tabs[0]);
  console.log(`two tabs: 200 saved at once, ${kept} acknowledged, ${keys.filter((key) => key.startsWith('a:')).length} there`);
  expect(kept).toBe(200);
  expect(keys.filter((key) => key.startsWith('a:'))).toHaveLength(200);
  expect(keys.filter((key) => key.startsWith('i:'))).toHaveLength(200);
  const page = await openLibrary(browser);
  await shownTitles(page);
  expect(await faultsFound(page)).toBe('0 lost');
  await page.close();
});

test('a worker killed at any moment of a save leaves the old or the new state, never half', async () => {
  const [tab] = tabs;
  const acknowledged: string[] = [];
  const kills = 24;
  // Nobody knows how long a save takes here: where it was through, the next kill comes earlier, else later, and so they gather round its writes.
  let delay = 8;
  for (let index = 0; index < kills; index += 1) {
    // A worker that is only starting cannot be ended; this one has answered.
    await tab.evaluate(() => chrome.runtime.sendMessage({ to: 'background', type: 'isSaved', input: { url: 'https://example.com/' } }));
    const saving = saveAll(tab, [article(`kill-${index}`)]);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await stopServiceWorker(browser);
    const [outcome] = await saving;
    if (outcome?.kind === 'saved') acknowledged.push(outcome.id);
    delay = (await keysOf(tab)).includes(storedKeyOf('article', `kill-${index}`)) ? delay * 0.7 : delay * 1.5;
  }
  const keys = await keysOf(tab);
  const articles = keys.filter((key) => key.startsWith('a:')).map((key) => key.slice(2));
  const rows = keys.filter((key) => key.startsWith('i:')).map((key) => key.slice(2));
  console.log(`killed saves: ${kills} tried, ${acknowledged.length} acknowledged, ${articles.length} there, ${articles.filter((id) => !rows.includes(id)).length} half`);
  expect(articles.length).toBeGreaterThan(0);
  expect(articles.length).toBeLessThan(kills);
  expect(rows.sort()).toEqual(articles.sort());
  expect(acknowledged.filter((id) => !keys.includes(toStoredKey(`article:${id}`)))).toEqual([]);
  const page = await openLibrary(browser);
  expect(await shownTitles(page)).toHaveLength(articles.length);
  expect(await faultsFound(page)).toBe('0 lost');
  await page.close();
});

test('a database that another tab holds open in an older form keeps nobody from saving', async () => {
  await tabs[1].evaluate(() => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('jingdu-texts', 1);
    opening.onsuccess = () => resolve(Object.assign(globalThis, { held: opening.result }) && undefined);
    opening.onerror = () => reject(opening.error as Error);
  }));
  expect(await saveAll(tabs[0], [article('甲')])).toMatchObject([{ kind: 'saved' }]);
  await tabs[1].evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
}, 30_000);

test('whichever key is damaged, the other articles are listed and the store heals', async () => {
  await saveAll(tabs[0], ['甲', '乙', '丙'].map((name) => article(name)));
  const page = await openLibrary(browser);
  const [first = ''] = (await keysOf(page)).filter((key) => key.startsWith('a:'));
  await page.evaluate((place) => chrome.storage.local.set({ [place]: { fraction: 0.5, anchorText: '', at: 1 } }), first.replace('a:', 'p:'));
  await shownTitles(page);
  const whole = await page.evaluate(() => chrome.storage.local.get(null));
  const damages: [string, unknown][] = Object.keys(whole).flatMap((key) => [[key, 'rubbish'], [key, { schema: 1 }], [key, undefined]] as [string, unknown][]);
  const survived: string[] = [];
  for (const [key, damage] of damages) {
    await page.evaluate(async ([records, name, value]) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(records);
      await (value === null ? chrome.storage.local.remove(name) : chrome.storage.local.set({ [name]: value }));
    }, [whole, key, damage ?? null] as const);
    const lost = key.startsWith('a:') && damage === undefined ? 1 : 0;
    await shownTitles(page);
    // One that the page before had found to be unreadable, amid the change, is no row but stands by its name.
    const named = await page.evaluate(() => Number(document.querySelector('[data-testid=saved-item]')?.getAttribute('aria-setsize') ?? 0) + document.querySelectorAll('[data-testid=broken] li').length);
    if (named === 3 - lost) survived.push(key);
    expect(named, `${key} as ${JSON.stringify(damage)}`).toBe(3 - lost);
  }
  console.log(`damaged keys: ${damages.length} tried, ${survived.length} survived`);
  await page.close();
});

test('a library under the keys of an older version is listed whole, and stands under those of today', async () => {
  await saveAll(tabs[0], ['甲', '乙', '丙'].map((name) => article(name)));
  const page = await openLibrary(browser);
  await shownTitles(page);
  const today = await page.evaluate(() => chrome.storage.local.get(null));
  const before = Object.entries(today).filter(([key]) => key !== 'layout').map(([key, record]) => [fromStoredKey(key), record] as const);
  expect(before.filter(([key]) => key.startsWith('article:'))).toHaveLength(3);
  await page.evaluate(async (older) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(older);
  }, Object.fromEntries(before));
  expect(await shownTitles(page)).toHaveLength(3);
  expect(await faultsFound(page)).toBe('0 lost');
  expect({ layout: 2, ...(await page.evaluate(() => chrome.storage.local.get(null))) }).toEqual({ layout: 2, ...today });
  await page.close();
});

test('a full store says so, and nothing that was kept is lost', async () => {
  const small = await startBrowser({ extension: withoutUnlimitedStorage(join(folder.path, 'small')) });
  try {
    const tab = await openOwn(small, 'manifest.json');
    // Most of the room is taken by what is quick to write.
    await tab.evaluate(() => chrome.storage.local.set({ ballast: '-'.repeat(9_000_000) }));
    const outcomes: (SaveOutcome | undefined)[] = [];
    for (let index = 0; index < 8; index += 1) outcomes.push(...(await saveAll(tab, [article(`${index}`)], 150_000)));
    const kept = outcomes.filter((outcome) => outcome?.kind === 'saved');
    const refused = outcomes.filter((outcome) => outcome?.kind === 'failed');
    console.log(`quota: ${outcomes.length} tried, ${kept.length} kept, ${refused.length} refused for want of room`);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.map((outcome) => outcome?.kind === 'failed' && outcome.reason)).toEqual(refused.map(() => 'quota'));
    expect(kept.length).toBeGreaterThan(0);
    expect(await shownTitles(await openLibrary(small))).toHaveLength(kept.length);
  } finally {
    await small.close();
  }
});

async function openOwn({ context, extensionId }: Browser, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

async function openLibrary(inside: Browser): Promise<Page> {
  const page = await openOwn(inside, 'src/library-page/index.html');
  await page.waitForSelector('main.library');
  return page;
}

function article(name: string): Article {
  return makeArticle({ url: `https://example.com/${encodeURIComponent(name)}`, title: name });
}

function storedKeyOf(kind: string, name: string): string {
  return toStoredKey(`${kind}:${articleIdOf(article(name).url)}`);
}

/** Saves as the reader does, all at once; undefined where the worker died before it answered. `noise` makes an article that long and hard to pack. */
function saveAll(page: Page, articles: Article[], noise = 0): Promise<(SaveOutcome | undefined)[]> {
  return page.evaluate(([all, length]) => Promise.all(all.map(async (one) => {
    // So many numbers are the most that can be drawn at once.
    const draws = Array.from({ length: Math.ceil(length / 32_768) }, () => crypto.getRandomValues(new Uint16Array(32_768)).map((number) => 0x4e00 + (number % 20_000)));
    const signsAtRandom = draws.map((signs) => new TextDecoder('utf-16le').decode(signs)).join('');
    const contentHtml = length === 0 ? one.contentHtml : signsAtRandom.slice(0, length);
    try {
      const reply = (await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: { ...one, contentHtml } } })) as { output?: SaveOutcome } | undefined;
      return reply?.output;
    } catch (error) {
      console.warn('nobody answered', error);
      return undefined;
    }
  })), [articles, noise] as const);
}

function keysOf(page: Page | undefined): Promise<string[]> {
  if (page === undefined) throw new Error('there is no page');
  return page.evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
}

/** The titles that the library's page lists once it has read everything. */
async function shownTitles(page: Page | undefined): Promise<string[]> {
  if (page === undefined) throw new Error('there is no page');
  await page.reload();
  await page.waitForSelector('.shelf-list[aria-busy=false], [data-testid=message]');
  return page.evaluate(() => {
    const [first] = document.querySelectorAll('[data-testid=saved-item]');
    return Array.from({ length: Number(first?.getAttribute('aria-setsize') ?? 0) }, (_, index) => `${index}`);
  });
}

/** What comes of comparing every article with the ledger; the page has read everything. */
async function faultsFound(page: Page | undefined): Promise<string> {
  await page?.click('[data-testid=check-all]');
  await page?.waitForSelector('[data-testid=check][data-state=done]');
  return `${await page?.locator('[data-testid=lost-item]').count()} lost`;
}

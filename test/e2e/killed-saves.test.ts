import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Article } from '../../src/article/article.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import { makeArticle } from '../library/articles.ts';
import { articleIdOf } from './backup-file.ts';
import type { Browser } from './browser.ts';
import { startBrowser } from './browser.ts';
import type { KillPoint } from './kill-point.ts';
import { countWrites, killAt } from './kill-point.ts';
import type { PictureSite } from './picture-site.ts';
import { pictureSite, png } from './picture-site.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';
import type { StoreState } from './store-state.ts';
import { emptyStores, keepStores, openStores, restoreStores, tellStores } from './store-state.ts';

// The worker is killed right before and right after every single write of a save: to the store, and to each database.
vi.setConfig({ testTimeout: 300_000 });

let browser: Browser;
let site: Site;
let pictures: PictureSite;
let stores: Page;
let library: Page;

beforeAll(async () => {
  pictures = await pictureSite({ '/one.png': png(1), '/two.png': png(2) }, { 'Access-Control-Allow-Origin': '*' });
  const figure = (name: string): string => `<figure><img src="${pictures.origin}/${name}.png" width="240" height="240"></figure>`;
  site = await serveSite({ '/pictures': articlePage('两张图的账', figure('one') + figure('two')) });
  browser = await startBrowser();
  stores = await openOwn('manifest.json');
  library = await browser.context.newPage();
  await openStores(stores);
});

beforeEach(async () => {
  await leaveLibrary();
  await emptyStores(stores);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([site, pictures].map((one) => one.close()));
});

test('the first save of all, with its pictures', async () => {
  await browser.page.goto(`${site.origin}/pictures`);
  await waitUntil(() => browser.page.evaluate(() => [...document.images].every(({ complete }) => complete)), 'the page’s pictures');
  await tryAll({
    name: 'first save',
    deed: () => pressShortcut(browser.page, 'Alt+Shift+S'),
    isDone: async () => (await usesIn(await tellStores(stores))).length === 2,
    before: [],
    after: ['两张图的账'],
    word: '排产',
  });
});

test('a save over an older text that lies in the bin, and with others in one record to search in', async () => {
  await save(article('老的写法，说的是驼峰航线。'));
  await fillTexts(126);
  await save(makeArticle({ url: 'https://example.com/other', title: '另一篇' }));
  await stores.evaluate((key) => chrome.storage.local.set({ [key]: { star: true, archived: false, tags: ['航空'], deletedAt: 1_700_000_000_000 } }), toStoredKey(`marks:${articleIdOf('https://example.com/killed')}`));
  await tryAll({
    name: 'save over an older text',
    deed: () => save(article('新的写法，说的是茶马古道。')),
    before: ['另一篇'],
    after: ['另一篇', '写法'],
    word: '茶马古道',
  });
});

test('a save that puts the texts to search in together', async () => {
  await save(makeArticle({ url: 'https://example.com/other', title: '另一篇' }));
  await fillTexts(126);
  await tryAll({
    name: 'save that packs',
    deed: () => save(makeArticle({ url: 'https://example.com/packs', title: '第一百二十八篇', textContent: '说的是运河与盐。' })),
    before: ['另一篇'],
    after: ['另一篇', '第一百二十八篇'],
    word: '运河与盐',
  });
});

interface Trial {
  name: string;
  deed: () => Promise<unknown>;
  /** Asked where the deed is not done once it has been given. */
  isDone?: () => Promise<boolean>;
  /** The titles that are listed in the old state and in the new one. */
  before: string[];
  after: string[];
  /** Stands in the new text alone. */
  word: string;
}

/** Kills at every write; each time all must be as it was or as it should be, and a second try must do what the first one should have done. */
async function tryAll({ name, deed, isDone = () => Promise.resolve(true), before, after, word }: Trial): Promise<void> {
  await shown();
  await leaveLibrary();
  await keepStores(stores);
  const old = await tellStores(stores);
  const writes = await countWrites(browser, deed, isDone);
  const fresh = await tellStores(stores);
  const points = pointsIn(writes);
  const seen = new Set<string>();
  let survived = 0;
  let now = fresh;
  for (const point of points) {
    if (JSON.stringify(now) !== JSON.stringify(old)) {
      await restoreStores(stores);
      expect(await tellStores(stores)).toEqual(old);
    }
    await killAt(browser, point, deed);
    const where = `killed ${point.moment} ${point.write}, ${writes[point.write - 1]}`;
    const left = now = await tellStores(stores);
    expectWhole(left, { old, fresh, where });
    const isSaved = left['storage'] === fresh['storage'];
    const state = JSON.stringify(left);
    // Many kills leave the same, which is looked at but once.
    if (!seen.has(state)) {
      expect({ where, ...(await look(word)) }).toEqual({ where, titles: [...(isSaved ? after : before)].sort(), found: isSaved ? 1 : 0, lost: 0 });
      await countWrites(browser, deed, isDone);
      now = await tellStores(stores);
      // The texts to search in have been tidied by the search.
      expect({ ...now, 'jingdu-texts': '' }, `tried again after it was ${where}`).toEqual({ ...fresh, 'jingdu-texts': '' });
    }
    seen.add(state);
    survived += 1;
  }
  console.log(`${name}: ${writes.length} writes, ${points.length} kills, ${survived} survived; ${seen.size} states left, none of them half`);
  expect(writes).toContain('storage.set');
  expect(survived).toBe(points.length);
  expect([...seen].filter((state) => state === JSON.stringify(old) || state === JSON.stringify(fresh))).toHaveLength(2);
}

/** Before and after each write; of a long row of the same, the first and the last ones. */
function pointsIn(writes: readonly string[]): KillPoint[] {
  const isBetween = (place: number): boolean => [-3, -2, -1, 1, 2, 3].every((step) => writes[place + step] === writes[place]);
  const places = writes.flatMap((_name, place) => (isBetween(place) ? [] : [place + 1]));
  return places.flatMap((write) => [{ write, moment: 'before' }, { write, moment: 'after' }] satisfies KillPoint[]);
}

/** The store, and each database for itself, is as before or as it should be; pictures come one by one, each whole. */
function expectWhole(left: StoreState, { old, fresh, where }: { old: StoreState; fresh: StoreState; where: string }): void {
  for (const [name, contents] of Object.entries(left)) {
    if (name === 'jingdu-pictures') continue;
    const created = JSON.stringify((JSON.parse(contents) as [string, unknown[]][]).map(([store]) => [store, []]));
    expect([old[name] ?? created, fresh[name]], `${name}, ${where}`).toContain(contents);
  }
  const uses = usesIn(left);
  expect(usesIn(fresh), where).toEqual(expect.arrayContaining(uses));
  expect(contentsIn(left), where).toEqual([...new Set(uses.map(({ hash }) => hash))].sort());
}

function usesIn(state: StoreState): { address: string; hash: string }[] {
  return recordsIn(state, 'uses') as { address: string; hash: string }[];
}

function contentsIn(state: StoreState): string[] {
  return (recordsIn(state, 'contents') as { hash: string }[]).map(({ hash }) => hash).sort();
}

function recordsIn(state: StoreState, store: string): unknown[] {
  return (JSON.parse(state['jingdu-pictures'] ?? '[]') as [string, unknown[]][]).find(([name]) => name === store)?.[1] ?? [];
}

/** What a person sees in the library: its titles, how many articles a word is found in, and how many the store is said to have lost. */
async function look(word: string): Promise<{ titles: string[]; found: number; lost: number }> {
  // A page behind another one is drawn once a second, and what is to be clicked has to stand still for two frames.
  await library.bringToFront();
  const titles = await shown();
  await library.fill('[data-testid=search]', word);
  await library.waitForSelector(`.search-field [data-answers="${word}"]`, { state: 'attached' });
  const found = await library.locator('[data-testid=saved-item]').count();
  await library.click('[data-testid=check-all]');
  await library.waitForSelector('[data-testid=check][data-state=done]');
  const lost = await library.locator('[data-testid=lost-item], [data-testid=broken]').count();
  await leaveLibrary();
  return { titles, found, lost };
}

/** A page that shows the library reads on when something in it changes. */
async function leaveLibrary(): Promise<void> {
  await library.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
}

async function shown(): Promise<string[]> {
  await library.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  await library.waitForSelector('.shelf-list[aria-busy=false], [data-testid=message]');
  return (await library.locator('.saved-title').allInnerTexts()).sort();
}

/** Texts of articles that are gone, as a removal leaves them that was cut short. */
function fillTexts(count: number): Promise<void> {
  return stores.evaluate((length) => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('jingdu-texts');
    // A save before this has made it; where none did, nobody waits for it.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error as Error);
    opening.onsuccess = () => {
      const filling = opening.result.transaction('texts', 'readwrite');
      const texts = filling.objectStore('texts');
      for (let index = 0; index < length; index += 1) texts.put({ id: `gone-${index}`, revision: 1, title: '', text: '往事' });
      filling.oncomplete = () => { opening.result.close(); resolve(); };
      filling.onabort = () => reject(filling.error as Error);
    };
  }), count);
}

function article(text: string): Article {
  return makeArticle({ url: 'https://example.com/killed', title: '写法', textContent: text, contentHtml: `<p>${text}</p>` });
}

function save(one: Article): Promise<unknown> {
  return stores.evaluate((input) => chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: input } }), one);
}

async function openOwn(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  return page;
}

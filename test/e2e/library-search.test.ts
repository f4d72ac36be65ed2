import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { makeArticle } from '../library/articles.ts';
import type { Browser } from './browser.ts';
import { startBrowser } from './browser.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';

// The store of folded texts in a real database: loose at first, packed in shards when there are many.
vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
});

afterAll(async () => {
  await browser.close();
});

test('all articles are found, whether their texts are loose, packed, or from the version before', async () => {
  await save(Array.from({ length: 140 }, (_, index) => nameOf(index)));
  expect(await texts()).toEqual({ loose: 12, packed: [128] });
  expect(await found('空驶率')).toBe(140);
  for (const index of [0, 77, 139]) expect(await found(nameOf(index))).toBe(1);
  await page.evaluate(returnToVersionOne);
  expect(await found('空驶率')).toBe(140);
  await save([nameOf(140)]);
  expect(await texts()).toEqual({ loose: 13, packed: [128] });
  expect(await found('空驶率')).toBe(141);
});

test('an article saved anew leaves its shard, one removed for good leaves nothing', async () => {
  const before = await texts();
  await save([nameOf(5)], '换了说法。');
  const after = await texts();
  expect(after.loose + after.packed.reduce((sum, count) => sum + count, 0)).toBe(before.loose + before.packed.reduce((sum, count) => sum + count, 0));
  expect(await found('换了说法')).toBe(1);
  expect(await found(`${nameOf(5)} 空驶率`)).toBe(0);
  const gone = await idOf(nameOf(7));
  await page.evaluate((key) => chrome.storage.local.set({ [key]: { star: false, archived: false, tags: [], deletedAt: 1 } }), toStoredKey(`marks:${gone}`));
  await page.reload();
  await waitUntil(() => page.evaluate(async (key) => !(key in (await chrome.storage.local.get(null))), toStoredKey(`article:${gone}`)), 'the bin to be emptied');
  await waitUntil(async () => !(await page.evaluate(readDatabase)).includes(gone), 'its text to be forgotten');
  expect(await found(nameOf(7))).toBe(0);
  expect(await found('空驶率')).toBe(139);
});

test('a row that grows when its sentence is found stands over no other, and each further letter is read from the top', async () => {
  await save(Array.from({ length: 30 }, (_, index) => `长句${index}`), `${'前面说了许多，'.repeat(6)}这里才说到骡马，${'后面也说了许多，'.repeat(6)}完了。`, '');
  await found('骡');
  await waitUntil(async () => (await page.locator('.saved-snippet mark').count()) > 8, 'the sentences');
  await waitUntil(async () => (await page.evaluate(seams)).every((gap) => Math.abs(gap) < 1), 'each row to begin where the one before it ends');
  await page.evaluate(() => { (document.querySelector('.virtual') as HTMLElement).scrollTop = 900; });
  await page.fill('[data-testid=search]', '骡马');
  await page.waitForSelector('.search-field [data-answers="骡马"]', { state: 'attached' });
  expect(await page.evaluate(() => document.querySelector('.virtual')?.scrollTop)).toBe(0);
});

test('a hit pressed with Ctrl opens behind the list, at its sentence', async () => {
  const hit = page.locator('[data-testid=saved-open]').first();
  await waitUntil(async () => (await hit.getAttribute('href'))?.includes('words=') === true, 'the place of the hit');
  const opened = browser.context.waitForEvent('page');
  await hit.click({ modifiers: ['ControlOrMeta'] });
  const article = await opened;
  await article.waitForSelector('[data-testid=body]');
  expect(new URL(article.url()).searchParams.get('words')).toBe('骡马');
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  await article.close();
});

test('on paper all rows stand, one below the other, and on the screen those in view again', async () => {
  const drawn = page.locator('[data-testid=saved-item]');
  const before = await drawn.count();
  const paper = (await page.pdf()).toString('latin1');
  expect(before).toBeLessThan(30);
  expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2);
  await waitUntil(async () => (await drawn.count()) < 30, 'the rows out of view to go');
});

test('on a narrow screen a star stands in the line of the name behind it, however long that is', async () => {
  const article = makeArticle({ url: 'https://example.com/star', title: '加了星的', siteName: 'NameWithoutAnySpace'.repeat(6) });
  await page.evaluate((one) => chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: one } }), article);
  await found('加了星的');
  await page.setViewportSize({ width: 360, height: 700 });
  await page.hover('[data-testid=saved-item]');
  await page.click('[data-testid=row-star]');
  await page.waitForSelector('.row-facts > .row-star');
  const [star, name] = await page.locator('.row-facts > *').evaluateAll((facts) => facts.map((fact) => fact.getBoundingClientRect().toJSON() as DOMRect));
  expect(Math.abs((star?.top ?? NaN) - (name?.top ?? NaN))).toBeLessThan(6);
});

/** How far each row in the document begins from the end of the one before it. Runs in the page. */
function seams(): number[] {
  const rows = [...document.querySelectorAll('[data-testid=saved-item]')].map((row) => row.getBoundingClientRect());
  return rows.slice(1).map((row, index) => row.top - (rows[index]?.bottom ?? 0));
}

/** A name in which no other name stands. */
function nameOf(index: number): string {
  return `第${index}篇`;
}

async function save(names: string[], textContent = '谁能把空驶率降下来，谁就有利润。', excerpt = '摘要'): Promise<void> {
  const articles = names.map((name) => makeArticle({ url: `https://example.com/${encodeURIComponent(name)}`, title: name, textContent, excerpt }));
  await page.evaluate(async (all) => {
    for (const article of all) await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article } });
  }, articles);
}

async function idOf(name: string): Promise<string> {
  return page.evaluate(async (title) => {
    const records = Object.values(await chrome.storage.local.get(null)) as { entry?: { id: string; title: string } }[];
    return records.find(({ entry }) => entry?.title === title)?.entry?.id ?? '';
  }, name);
}

/** How many articles a page that has just been opened finds. */
async function found(query: string): Promise<number> {
  await page.reload();
  await page.fill('[data-testid=search]', query);
  const answer = page.locator(`.search-field [data-answers="${query}"]`);
  await answer.waitFor({ state: 'attached' });
  return Number(/\d+/.exec((await answer.textContent()) ?? '')?.[0] ?? 0);
}

async function texts(): Promise<{ loose: number; packed: number[] }> {
  return JSON.parse(await page.evaluate(readDatabase), (name, value: unknown) => {
    if (name === 'loose') return (value as unknown[]).length;
    return name === 'packed' ? (value as { ids: string[] }[]).map(({ ids }) => ids.length) : value;
  }) as { loose: number; packed: number[] };
}

/** The whole database as JSON. Runs in the page. */
async function readDatabase(): Promise<string> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
  const database = await wait(indexedDB.open('jingdu-texts'));
  const stores = database.transaction(['texts', 'shards']);
  const [loose, packed] = await Promise.all([wait(stores.objectStore('texts').getAll()), wait(stores.objectStore('shards').getAll())]);
  database.close();
  return JSON.stringify({ loose, packed });
}

/** Puts all texts back into a database as the version before had it, and lets a fresh one be made of it. Runs in the page. */
async function returnToVersionOne(): Promise<void> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
  const records = Object.values(await chrome.storage.local.get(null)) as { entry?: { id: string; updatedAt: number; title: string } }[];
  await wait(indexedDB.deleteDatabase('jingdu-texts'));
  const opening = indexedDB.open('jingdu-texts', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('texts', { keyPath: ['id', 'revision'] });
  const database = await wait(opening);
  const texts = database.transaction('texts', 'readwrite').objectStore('texts');
  for (const { entry } of records) if (entry) await wait(texts.put({ id: entry.id, revision: entry.updatedAt, title: entry.title, text: '谁能把空驶率降下来,谁就有利润。' }));
  database.close();
}

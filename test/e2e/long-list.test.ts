import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { Browser } from './browser.ts';
import { startBrowser } from './browser.ts';

// Ten thousand rows of many heights: only those in view stand in the document, and whoever scrolls never notices.
const count = 10_000;
/** A screen of 800 px takes about ten rows, and some more wait on either side. */
const mostInDocument = 40;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  const ids = Array.from({ length: count }, (_, index) => createHash('sha256').update(`${index}`).digest('hex').slice(0, 32));
  await page.evaluate(fill, ids.map((id): [string, string, string] => [id, toStoredKey(`article:${id}`), toStoredKey(`meta:${id}`)]));
  await page.addInitScript(countRows);
  await page.reload();
  await page.waitForSelector('.shelf-list[aria-busy=false]');
}, 120_000);

afterAll(async () => {
  await browser.close();
});

test('the wheel, the keys for pages and the bar show the rows of their place, whole, in order and without a gap', async () => {
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, 2400);
  expect((await settled()).first).toBeGreaterThan(50);
  await focusOn(await middleRow());
  const before = await settled();
  await page.keyboard.press('PageDown');
  await waitUntil(async () => (await settled()).first > before.first, 'the next page');
  for (const part of [0.5, 0.9, 0.2, 1, 0]) {
    await dragTo(part);
    const { first, last } = await settled();
    if (part === 0) expect(first).toBe(1);
    else if (part === 1) expect(last).toBe(count);
    else expect(Math.abs((first + last) / 2 / count - part)).toBeLessThan(0.1);
  }
  expect(await page.evaluate(() => (globalThis as unknown as { mostRows: number }).mostRows)).toBeLessThan(mostInDocument);
});

test('what one looks at stays where it is while rows above it are measured', async () => {
  await dragTo(0.4);
  await settled();
  for (let turn = 0; turn < 8; turn += 1) {
    const id = await middleRow();
    const before = await topOf(id);
    await page.mouse.wheel(0, -120);
    await waitUntil(async () => Math.abs((await topOf(id)) - before - 120) < 2, 'the row to come down as far as the wheel was turned');
    await settled();
    expect(Math.abs((await topOf(id)) - before - 120)).toBeLessThan(2);
  }
});

test('End and Home lead to the last article and the first, and what has the focus keeps it wherever the list is scrolled', async () => {
  await dragTo(0);
  await settled();
  await focusOn(await page.evaluate(() => document.querySelector<HTMLElement>('[data-id]')?.dataset['id'] ?? ''));
  await press('End', '第 10000 篇');
  expect((await settled()).last).toBe(count);
  await press('Home', '第 1 篇');
  expect((await settled()).first).toBe(1);
  await press('ArrowDown', '第 2 篇');
  await dragTo(0.7);
  expect((await settled()).first).toBeGreaterThan(1000);
  expect(await focused()).toContain('第 2 篇');
  await press('ArrowDown', '第 3 篇');
  expect((await settled()).first).toBeLessThan(4);
});

test('a selection reaches from one end to the other, and is there when one comes back', async () => {
  await press('Home', '第 1 篇');
  await press('ArrowDown', '第 2 篇');
  await page.keyboard.press('x');
  await press('End', '第 10000 篇');
  await page.keyboard.press('Shift+X');
  await waitUntil(async () => (await page.locator('[data-testid=selection] strong').innerText()).replace(/\D/g, '') === '9999', 'all but the first to be chosen');
  await dragTo(0.3);
  await settled();
  expect(await page.locator('[data-testid=row-box]:not(:checked)').count()).toBe(0);
  await press('Home', '第 1 篇');
  expect(await page.locator('[data-id]:first-child [data-testid=row-box]').isChecked()).toBe(false);
});

test('a row deleted by its tool leaves the focus to the one in its place, and taken back it stands there again', async () => {
  await press('ArrowDown', '第 2 篇');
  for (const tool of ['row-star', 'row-archive', 'saved-delete']) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['testid'])).toBe(tool);
  }
  await page.keyboard.press('Enter');
  await waitUntil(async () => (await focused()).startsWith('第 3 篇'), 'the focus to be on the next row');
  await page.focus('[data-testid=undo]');
  await page.keyboard.press('Enter');
  await waitUntil(async () => (await focused()).startsWith('第 3 篇'), 'the focus to come back to the row');
  await page.waitForSelector('[aria-posinset="2"] .saved-title:text("第 2 篇")');
  await press('ArrowUp', '第 2 篇');
});

test('loaded anew, the list stands where it was left; the way back from what it was narrowed to leads there, too', async () => {
  await dragTo(0.6);
  const { first } = await settled();
  await waitUntil(() => page.evaluate(() => history.state !== null), 'the place to be kept');
  await page.reload();
  await page.waitForSelector('.shelf-list[aria-busy=false]');
  await waitUntil(async () => (await settled()).first === first, 'the row that stood at the top');
  await page.click('[data-testid=facet-state-archived]');
  await page.waitForSelector('[data-testid=message]');
  await page.reload();
  await page.waitForSelector('[data-testid=facet-state-archived][aria-pressed=true]');
  await page.goBack();
  await page.waitForSelector('[data-testid=saved-item]');
  await waitUntil(async () => (await settled()).first === first, 'the row to stand there again');
});

interface View {
  /** Places of the first and the last row in view, from 1. */
  first: number;
  last: number;
  /** What is wrong with the rows. */
  faults: string[];
}

/** The view once nothing moves any more; each row must be the one of its place and end where the next one begins. */
async function settled(): Promise<View> {
  let before = '';
  const view = await waitUntil(async () => {
    const now = await page.evaluate(viewNow);
    const isStill = JSON.stringify(now) === before;
    before = JSON.stringify(now);
    return isStill ? now : undefined;
  }, 'the list to come to rest');
  expect(view.faults).toEqual([]);
  return view;
}

function viewNow(): Promise<View & { top: number }> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const box = document.querySelector('.virtual') as HTMLElement;
    const { top, bottom } = box.getBoundingClientRect();
    const rows = [...box.querySelectorAll<HTMLElement>('[data-id]')].map((row) => ({ row, place: Number(row.ariaPosInSet), ...row.getBoundingClientRect().toJSON() as DOMRect }));
    // A row that reaches into view by less than a pixel is in view too: the one before it may end just there.
    const seen = rows.filter((one) => one.bottom > top && one.top < bottom);
    const faults = seen.flatMap(({ row, place, bottom: end }, index) => [
      ...(row.querySelector('.saved-title')?.textContent?.startsWith(`第 ${place} 篇`) ? [] : [`place ${place} has another article`]),
      ...(row.ariaSetSize === '10000' ? [] : [`place ${place} is of ${row.ariaSetSize}`]),
      ...(seen[index + 1] === undefined || Math.abs((seen[index + 1]?.top ?? 0) - end) < 1 ? [] : [`place ${place} does not end where the next one begins`]),
    ]);
    if ((seen[0]?.top ?? Infinity) > top + 1) faults.push('blank above');
    if ((seen.at(-1)?.bottom ?? 0) < bottom - 1) faults.push('blank below');
    resolve({ first: seen[0]?.place ?? 0, last: seen.at(-1)?.place ?? 0, faults, top: box.scrollTop });
  })));
}

/** Drags the bar there and lets go. */
async function dragTo(part: number): Promise<void> {
  for (const step of [0.25, 0.5, 0.75, 1]) {
    await page.evaluate(([wanted, done]) => new Promise((resolve) => {
      const box = document.querySelector('.virtual') as HTMLElement;
      box.scrollTop += ((box.scrollHeight - box.clientHeight) * wanted - box.scrollTop) * done;
      requestAnimationFrame(resolve);
    }), [part, step] as const);
  }
  await waitUntil(() => page.evaluate((wanted) => {
    const box = document.querySelector('.virtual') as HTMLElement;
    const end = box.scrollHeight - box.clientHeight;
    if (wanted === 1 && box.scrollTop < end - 1) box.scrollTop = end;
    return wanted < 1 || box.scrollTop >= end - 1;
  }, part), 'the end of the bar');
}

/** The id of the row in the middle of the view. */
function middleRow(): Promise<string> {
  return page.evaluate(() => document.elementFromPoint(700, 500)?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '');
}

function topOf(id: string): Promise<number> {
  return page.evaluate((wanted) => document.querySelector(`[data-id="${wanted}"]`)?.getBoundingClientRect().top ?? NaN, id);
}

function focusOn(id: string): Promise<void> {
  return page.evaluate((wanted) => document.querySelector<HTMLElement>(`[data-id="${wanted}"] [data-testid=saved-open]`)?.focus(), id);
}

async function press(key: string, title: string): Promise<void> {
  await page.keyboard.press(key);
  await waitUntil(async () => (await focused()).startsWith(title), `the focus to be on ${title}`);
}

/** The title of the row that has the focus. */
function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('[data-id]')?.querySelector('.saved-title')?.textContent ?? '');
}

/** The largest number of rows that ever stood in the document. */
function countRows(): void {
  const seen = { mostRows: 0 };
  Object.assign(globalThis, seen);
  new MutationObserver(() => {
    const here = globalThis as unknown as typeof seen;
    here.mostRows = Math.max(here.mostRows, document.querySelectorAll('[data-testid=saved-item]').length);
  }).observe(document, { childList: true, subtree: true });
}

/** Rows of one to three lines, as the library has them, each with its line in the ledger; the articles themselves nobody opens. */
async function fill(keys: [string, string, string][]): Promise<void> {
  const rows = keys.map(([id], index) => ({
    id, url: `https://example.com/${index}`, title: `第 ${index + 1} 篇${'，题目长短不一'.repeat((index * 7) % 11)}`, byline: '林述', siteName: '账本周刊',
    publishedTime: '2024-05-16', excerpt: '摘要有时一行，有时两行，有时没有。'.repeat((index * 5) % 7), length: 4000, savedAt: 1_700_000_000_000 - index * 60_000, updatedAt: 1_700_000_000_000 - index * 60_000,
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    const part = rows.slice(start, start + 1000);
    await chrome.storage.local.set(Object.fromEntries(part.flatMap((entry, place) => {
      const [, articleKey = '', metaKey = ''] = keys[start + place] ?? [];
      return [[articleKey, { id: entry.id, schema: 1, packed: '' }], [metaKey, { schema: 2, entry }]];
    })));
  }
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('jingdu-ledger');
    opening.onsuccess = () => {
      const filling = opening.result.transaction('entries', 'readwrite');
      for (const { id, url, title, siteName, savedAt, updatedAt } of rows) filling.objectStore('entries').put({ id, url, title, siteName, savedAt, updatedAt, schema: 1, sum: '' });
      filling.oncomplete = () => { opening.result.close(); resolve(); };
      filling.onabort = () => reject(filling.error as Error);
    };
  });
}

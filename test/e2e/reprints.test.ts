import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findClosedShadow } from '../../scripts/browser/closed-shadow.mjs';
import { readerHost, waitForNoReader, waitForReader } from '../../scripts/browser/reader.mjs';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { fixtureTexts, reprintings, sameSubject } from '../library/reprints/texts.ts';
import type { Text } from '../library/reprints/texts.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser, Shadow } from './browser.ts';
import { startBrowser, tooltipOf } from './browser.ts';
import type { Site } from './site.ts';
import { serveSite } from './site.ts';

// One story: the original is saved first, and then what others made of it.
let browser: Browser;
let site: Site;
let ownPage: Page;
let popup: Popup | undefined;

const original = fixtureTexts().find(({ title }) => title.startsWith('冷链的下半场')) ?? sameSubject;

beforeAll(async () => {
  site = await serveSite({
    '/original': pageOf(original, '产业札记'),
    ...Object.fromEntries(Object.values(reprintings).map((reprint, index) => [`/reprint-${index}`, pageOf(reprint(original), '搬运小站')])),
    '/other': pageOf(sameSubject, '产业札记'),
  });
  browser = await startBrowser();
  ownPage = await browser.context.newPage();
  await ownPage.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  await browser.page.bringToFront();
});

afterEach(async () => {
  await popup?.close();
  popup = undefined;
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('another article on the same subject is saved without a word', async () => {
  await saveByPopup('/original');
  await popup?.close();
  await saveByPopup('/other');
  expect(await reprintsKnown()).toEqual([0, 0]);
});

test('the popup names the one that is there, and keeps both', async () => {
  await saveByPopup('/reprint-1');
  await popup?.waitFor('[data-testid=reprint][data-state=found]');
  expect(await popup?.evaluate(() => document.querySelector('[data-testid=reprint] p')?.textContent)).toMatch(/产业札记.*9\d%/);
  await popup?.click('[data-testid=reprint-both]');
  await waitUntil(async () => (await popup?.evaluate(() => document.querySelector('[data-testid=reprint]')?.getAttribute('data-state'))) === 'none', 'the note to go');
  expect(await titlesIn('all')).toHaveLength(3);
});

test('what is saved again is not asked about again', async () => {
  await saveByPopup('/reprint-1');
  expect(await popup?.evaluate(() => document.querySelector('[data-testid=reprint]')?.getAttribute('data-state'))).toBe('none');
});

test('the popup opens the one that is there', async () => {
  await saveByPopup('/reprint-2');
  const opened = browser.context.waitForEvent('page');
  await popup?.click('[data-testid=reprint-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(await saved.title()).toBe(original.title);
  await saved.close();
});

test('the reader puts the older one into the bin, its tags on the new one, and its highlights into the text', async () => {
  const exact = original.body[1]?.slice(0, 8) ?? '';
  await ownPage.evaluate(async (words) => {
    const annotation = { id: 'h', exact: words, prefix: '', suffix: '', start: 0, end: 8, colour: 'green', note: '', createdAt: 1 };
    const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('a:'));
    await chrome.storage.local.set(Object.fromEntries(keys.flatMap((key) => [
      [key.replace('a:', 'm:'), { star: true, archived: false, tags: ['冷链'], deletedAt: 0 }], [key.replace('a:', 'n:'), { schema: 1, items: [annotation] }],
    ])));
  }, exact);
  await browser.page.goto(`${site.origin}/reprint-4`);
  await browser.page.bringToFront();
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  const reader = await waitForReader(browser.page, 30_000);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=reprint-replace]') !== null), 'the word about a reprint');
  await reader.click('[data-testid=reprint-replace]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=reprint]')?.getAttribute('data-state') === 'replaced'), 'the older one to be replaced');
  await waitUntil(() => reader.evaluate((root, words) => root.querySelector('mark[data-annotation=h]')?.textContent === words, exact), 'the highlight in the text');
  expect(await titlesIn('bin')).toHaveLength(1);
  expect(await titlesIn('all')).toContain('一篇文章说清楚这门生意的账');
  expect(await tagsOf('一篇文章说清楚这门生意的账')).toEqual(['冷链']);
});

test('a save by its key says it over the page, which stays as it is; the one that is there opens, and both are kept', async () => {
  await browser.page.goto(`${site.origin}/reprint-3`);
  const before = (await titlesIn('all')).length;
  const notice = await saveByKey();
  expect(await notice.evaluate((root) => root.querySelector('[data-testid=reprint] p')?.textContent)).toMatch(/^You already have this article from .+ \d\d+%/);
  const opened = browser.context.waitForEvent('page');
  await notice.click('[data-testid=reprint-open]');
  await (await opened).close();
  await browser.page.bringToFront();
  await notice.click('[data-testid=reprint-both]');
  await waitForNoReader(browser.page);
  expect(await titlesIn('all')).toHaveLength(before + 1);
});

test('a save by its key over the open reader: the word stands above it, and replaces', async () => {
  await browser.page.goto(`${site.origin}/reprint-0`);
  await browser.page.bringToFront();
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  await waitForReader(browser.page, 30_000);
  const notice = await saveByKey();
  const binned = (await titlesIn('bin')).length;
  await browser.page.bringToFront();
  await notice.click('[data-testid=reprint-replace]');
  await waitUntil(() => notice.evaluate((root) => root.querySelector('[data-testid=reprint][data-state=replaced]') !== null), 'the older one to be replaced');
  await notice.click('[data-testid=reprint-close]');
  expect(await titlesIn('bin')).toHaveLength(binned + 1);
});

test('saved again by its key, it says nothing more', async () => {
  await browser.page.goto(`${site.origin}/reprint-3`);
  await browser.page.bringToFront();
  await pressShortcut(browser.page, 'Alt+Shift+S');
  await waitUntil(async () => (await tooltipOf(browser)) === english.actionUpdated.message, 'the icon to say that it is up to date');
  expect(await findClosedShadow(browser.page, readerHost)).toBeUndefined();
});

/** Saves by the shortcut, and gives the word about a reprint that comes of it. */
async function saveByKey(): Promise<Shadow> {
  await browser.page.bringToFront();
  await pressShortcut(browser.page, 'Alt+Shift+S');
  return waitUntil(async () => {
    const shadow = await findClosedShadow(browser.page, `${readerHost}:last-of-type`);
    return (await shadow?.evaluate((root) => root.querySelector('.notice [data-testid=reprint][data-state=found]') !== null)) ? shadow : undefined;
  }, 'the word about a reprint');
}

async function saveByPopup(path: string): Promise<void> {
  await browser.page.goto(site.origin + path);
  await browser.page.bringToFront();
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=save]');
  await popup.waitFor('[data-testid=save][data-state=saved]');
}

/** How many reprints the library knows of each article there is. */
function reprintsKnown(): Promise<number[]> {
  return ownPage.evaluate(async () => {
    const ids = (Object.values(await chrome.storage.local.get(null)) as { packed?: string; id: string }[]).flatMap(({ packed, id }) => (packed === undefined ? [] : [id]));
    const replies = await Promise.all(ids.map((id) => chrome.runtime.sendMessage({ to: 'background', type: 'findReprint', input: { id } }) as Promise<{ ok: boolean; output?: unknown }>));
    return replies.map(({ ok, output }) => (ok ? Number(output !== undefined) : -1));
  });
}

async function titlesIn(state: 'all' | 'bin'): Promise<string[]> {
  await ownPage.reload();
  await ownPage.waitForSelector('.shelf-list[aria-busy=false]');
  await ownPage.evaluate((name) => document.querySelectorAll<HTMLElement>('[data-testid^=facet-state]')[name === 'bin' ? 6 : 0]?.click(), state);
  await ownPage.waitForSelector(`[data-testid=facet-state-${state}][aria-pressed=true]`);
  return ownPage.evaluate(() => Array.from(document.querySelectorAll('.saved-title'), (title) => title.textContent ?? ''));
}

async function tagsOf(title: string): Promise<string[]> {
  return ownPage.evaluate((wanted) => {
    const row = [...document.querySelectorAll('[data-testid=saved-item]')].find((item) => item.querySelector('.saved-title')?.textContent === wanted);
    return Array.from(row?.querySelectorAll('.row-tag') ?? [], (tag) => tag.textContent ?? '');
  }, title);
}

function pageOf({ title, body }: Text, siteName: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="${siteName}"></head><body><nav><a href="/">首页</a></nav><main><article><h1>${title}</h1>${body.map((line) => `<p>${line}</p>`).join('')}</article></main><aside>关注我们</aside></body></html>`;
}

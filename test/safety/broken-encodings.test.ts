import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from '../e2e/browser.ts';
import { startBrowser } from '../e2e/browser.ts';
import type { ServedPage, Site } from '../e2e/site.ts';
import { articlePage, serveSite } from '../e2e/site.ts';
import { unzip } from '../library/export/zip-reader.ts';
import { ownAddress } from './saved-articles.ts';

/** Where the spoilt words stand; what is round them must come through. */
const [before, after] = ['前半句在这里，', '，后半句也在。'];
const replacement = '\ufffd';

interface Spoilt {
  /** Put into the page by a script, which may make what no parser lets through. */
  words?: string;
  page?: ServedPage;
  /** What the library shows for it. */
  shown: string;
  /** What a book may say instead, where XML forbids the character itself. */
  printed?: string;
}

const gbk = Buffer.from([0xb9, 0xa4, 0xb3, 0xa7]);
const withBytes = (bytes: Buffer): Buffer => Buffer.concat(articlePage('编码', `<p>${before}@@${after}</p>`).split('@@').flatMap((part, index) => (index === 0 ? [Buffer.from(part)] : [bytes, Buffer.from(part)])));

const cases: Record<string, Spoilt> = {
  'GBK served as UTF-8': { page: { body: withBytes(gbk) }, shown: new TextDecoder().decode(gbk) },
  'a sequence cut off': { page: { body: withBytes(Buffer.from('工').subarray(0, 2)) }, shown: replacement },
  'overlong and surrogate bytes': { page: { body: withBytes(Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80])) }, shown: replacement.repeat(5) },
  'NUL in the bytes': { page: { body: withBytes(Buffer.from([0x41, 0, 0x42])) }, shown: 'AB' },
  'a lone high surrogate': { words: '甲\ud83d乙', shown: `甲${replacement}乙` },
  'a lone low surrogate': { words: '甲\ude00乙', shown: `甲${replacement}乙` },
  'surrogates the wrong way round': { words: '\ude00\ud83d', shown: replacement.repeat(2) },
  'NUL and other controls': { words: '甲\u0000\u0001\u0008\u001f乙', shown: '甲\u0001\u0008\u001f乙', printed: '甲乙' },
  'a byte order mark in the middle': { words: '甲\ufeff乙', shown: '甲\ufeff乙' },
  'noncharacters': { words: '甲\ufffe\uffff\ufdd0\u{1ffff}乙', shown: '甲\ufffe\uffff\ufdd0\u{1ffff}乙', printed: '甲\ufdd0\u{1ffff}乙' },
  'a change of direction': { words: '甲\u202etxt.exe\u2066乙', shown: '甲\u202etxt.exe\u2066乙' },
};
const names = Object.keys(cases);

let browser: Browser;
let site: Site;
let library: Page;

beforeAll(async () => {
  const pages = Object.entries(cases).map(([, { page }], index) => [`/${index}`, page ?? articlePage(`编码 ${index}`, `<p id="spoilt">${before}${after}</p>`)]);
  site = await serveSite(Object.fromEntries(pages) as Record<string, string | ServedPage>);
  browser = await startBrowser();
  library = await browser.context.newPage();
  await library.goto(ownAddress(browser, 'manifest.json'));
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(names)('%s: saved, and opened again, it is as it was or replaced', async (name) => {
  const { page } = browser;
  const { words, shown } = caseOf(name);
  await page.goto(`${site.origin}/${names.indexOf(name)}`);
  if (words !== undefined) await page.evaluate(([first, units, last]) => {
    const spoilt = document.getElementById('spoilt') as HTMLElement;
    // Units, because a lone surrogate does not survive the way here.
    spoilt.textContent = first + String.fromCharCode(...units) + last;
  }, [before, unitsOf(words), after] as const);
  await pressShortcut(page, 'Alt+Shift+S');
  const id = await waitUntil(() => library.evaluate(findId, page.url()), 'the article to be kept');
  await library.goto(ownAddress(browser, `src/reader/index.html?id=${id}`));
  await library.waitForSelector('[data-testid=body]');
  const text = await library.locator('[data-testid=body]').evaluate((body) => (body.textContent ?? '').replace(/\p{Surrogate}/gu, '\ufffd'));
  expect(partOf(text)).toBe(shown);
});

test('all of them go out as a book that XML can read, as pages and as a backup that comes back', async () => {
  await library.bringToFront();
  await library.goto(ownAddress(browser, 'src/transfer/index.html'));
  await library.waitForSelector('[data-testid=export]');
  const chapters = unzip([await exportAs('epub')]).filter(({ path }) => path.startsWith('book/text/')).map(({ bytes }) => bytes.toString());
  expect(chapters).toHaveLength(names.length);
  const texts = await browser.page.evaluate(readChapters, chapters);
  expect(texts.map(partOf).sort()).toEqual(names.map((name) => caseOf(name).printed ?? caseOf(name).shown).sort());
  const pages = unzip([await exportAs('html')]).map(({ bytes }) => bytes.toString());
  expect(pages.filter((page) => page.includes(before) && page.includes(after))).toHaveLength(names.length);
  const backup = await exportAs('backup');
  await library.setInputFiles('[data-testid=import-file]', { name: 'backup.json', mimeType: 'application/json', buffer: backup });
  await library.waitForSelector('[data-testid=import-report]');
  expect(await library.locator('[data-testid=import-report] > ul > li').allInnerTexts()).toEqual([`${names.length} the same as yours`]);
  console.info(`broken encodings: ${names.length} tried, ${names.length} held`);
});

/** The id of the article that is listed with this address. */
async function findId(address: string): Promise<string | undefined> {
  const all = await chrome.storage.local.get(null);
  return (Object.values(all) as { entry?: { id: string; url: string } }[]).find(({ entry }) => entry?.url === address)?.entry?.id;
}

function caseOf(name: string): Spoilt {
  const found = cases[name];
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found;
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** What stands between the two halves of the sentence. */
function partOf(text: string): string {
  return text.slice(text.indexOf(before) + before.length, text.indexOf(after));
}

function readChapters(chapters: string[]): string[] {
  return chapters.map((chapter) => {
    const document_ = new DOMParser().parseFromString(chapter, 'application/xhtml+xml');
    return document_.querySelector('parsererror') ? 'broken' : (document_.documentElement.textContent ?? '');
  });
}

async function exportAs(format: string): Promise<Buffer> {
  await library.click(`[data-testid=format-${format}]`);
  const [download] = await Promise.all([library.waitForEvent('download'), library.click('[data-testid=export]:enabled')]);
  await library.waitForSelector('[data-testid=export-word][data-state=done]');
  return readFileSync(await download.path());
}

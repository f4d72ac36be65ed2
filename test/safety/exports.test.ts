import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser as PlainBrowser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listen } from '../../scripts/browser/static-server.mjs';
import { unzip } from '../library/export/zip-reader.ts';
import type { Browser } from '../e2e/browser.ts';
import { startBrowser, temporaryFolder } from '../e2e/browser.ts';
import { asTrustingHtml } from './markdown-as-html.ts';
import type * as Maker from './in-page/hostile-articles.ts';
import type { Shown } from './in-page/opened-file.ts';
import { pretendExtension } from './in-page/surroundings.ts';
import { openFiles } from './opened-files.ts';
import type { Opened } from './opened-files.ts';
import { bundleInPage, startPlainBrowser } from './plain-browser.ts';
import { ownAddress } from './saved-articles.ts';
import { vectors } from './vectors/all.ts';

// Hundreds of files of each kind take their time, most of all on a busy computer.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

// One story: every hostile article is kept, goes out in every form, is opened by a person, comes back, and goes out again.
const folder = temporaryFolder();
const opener = '<!doctype html><title>x</title><body></body>';
const nowhere = 'http://localhost:9';
let browser: Browser;
let plain: PlainBrowser;
let page: Page;
let articles: Maker.HostileArticle[];
/** The places of those that were kept; an article whose address is hostile is refused. */
let kept: number[];
let readerScript: string;
let pages: Map<number, string>;

beforeAll(async () => {
  readerScript = await bundleInPage('opened-file.ts');
  plain = await startPlainBrowser();
  articles = await makeArticles();
  browser = await startBrowser();
  page = await browser.context.newPage();
  await page.goto(ownAddress(browser, 'src/transfer/index.html'));
  kept = await keepAll();
  await page.reload(); // its list follows the library after a pause
});

afterAll(async () => {
  await browser.close();
  await plain.close();
  folder.remove();
});

test('each is kept, but for those whose address is no address', () => {
  const refused = articles.filter((_, place) => !kept.includes(place)).map(({ name }) => name);
  expect(refused.filter((name) => !/^url \d$/.test(name))).toEqual([]);
  expect(kept.length).toBeGreaterThan(750);
});

test('as web pages, opened from the disk: nothing runs, nothing is asked for, and the words are there', async () => {
  pages = byCase(await exportAs('html'));
  expect(pages.size).toBe(kept.length);
  mkdirSync(join(folder.path, 'pages'));
  writeFileSync(join(folder.path, 'pages/opener.html'), opener);
  const addresses = [...pages].map(([place, html]) => {
    const file = join(folder.path, 'pages', `${place}.html`);
    writeFileSync(file, html);
    return pathToFileURL(file).href;
  });
  await expectHarmless('pages from the disk', { places: [...pages.keys()], addresses });
});

test('as web pages whose own policy was taken out, from a server: the same', async () => {
  const served = new Map([...pages].map(([place, html]) => [`/${place}.html`, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')]));
  expect([...served.values()].filter((html) => html.includes('Content-Security-Policy" content="default'))).toEqual([]);
  await expectHarmlessServed('pages without their policy', { files: served, type: 'text/html', places: [...pages.keys()] });
});

test('as a book: every chapter is XHTML that can be read, and the same', async () => {
  const files = unzip([await exportAs('epub')]).map(({ path, bytes }) => [path, bytes.toString()] as const);
  const chapters = files.filter(([path]) => path.startsWith('book/text/'));
  const served = new Map(chapters.map(([path, text]) => [`/${path}`, text]));
  const places = chapters.map(([, text]) => placeOf(text));
  await expectHarmlessServed('chapters of a book', { files: served, type: 'application/xhtml+xml', places });
  const contents = files.filter(([path]) => path === 'book/nav.xhtml').map(([, text]) => text);
  await expectHarmlessServed('contents of a book', { files: new Map([['/nav.xhtml', contents.join('')]]), type: 'application/xhtml+xml', places: [-1] });
});

test('as Markdown, in a program that lets raw HTML through: the same', async () => {
  const files = byCase(await exportAs('markdown'));
  const served = new Map([...files].map(([place, text]) => [`/${place}.html`, `<!doctype html><meta charset="utf-8"><body>${asTrustingHtml(text)}</body>`]));
  await expectHarmlessServed('Markdown', { files: served, type: 'text/html', places: [...files.keys()], mayShowPictures: true });
});

test('through a backup and back they go out as they went before', async () => {
  const backup = await exportAs('backup');
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    const databases = await indexedDB.databases();
    await Promise.all(databases.map(({ name }) => new Promise((resolve) => { indexedDB.deleteDatabase(name ?? '').onsuccess = resolve; })));
  });
  await page.reload();
  await page.setInputFiles('[data-testid=import-file]', { name: 'backup.json', mimeType: 'application/json', buffer: backup });
  await page.waitForSelector('[data-testid=import-report], [data-testid=import-word][data-state=refused]', { timeout: 300_000 });
  expect(await page.locator('[data-testid=import-report] > ul > li').allInnerTexts()).toEqual([`${kept.length.toLocaleString('en')} new`]);
  await page.click('[data-testid=import-take]');
  await page.waitForFunction(() => document.querySelector('[data-testid=import-word]')?.textContent?.includes('added'), undefined, { timeout: 300_000 });
  await page.reload();
  const again = byCase(await exportAs('html'));
  expect([...again.keys()].sort()).toEqual([...pages.keys()].sort());
  const changed = [...again].filter(([place, html]) => withoutIdleBreaks(html) !== withoutIdleBreaks(pages.get(place) ?? '')).map(([place]) => articles[place]?.name);
  expect(changed).toEqual([]);
  console.info(`exports, through a backup and back: ${again.size} tried, ${again.size - changed.length} held`);
});

test('the canary sings in a file that was not sanitised, and its request is seen', async () => {
  const site = await serve(new Map([['/x.html', asTrustingHtml(`甲 <img src="${nowhere}/x" onerror="canary(7)">`)]]), 'text/html');
  const { fired, asked, shown } = await openAll([`${site.origin}/x.html`]);
  await site.close();
  expect({ fired, asked, residue: shown[0]?.residue }).toEqual({ fired: [7], asked: [`${nowhere}/x`], residue: ['onerror'] });
});

interface Served {
  files: ReadonlyMap<string, string>;
  type: string;
  places: readonly number[];
  mayShowPictures?: boolean;
}

async function expectHarmlessServed(name: string, { files, type, ...rest }: Served): Promise<void> {
  const site = await serve(files, type);
  await expectHarmless(name, { addresses: [...files.keys()].map((path) => site.origin + path), ...rest });
  await site.close();
}

async function expectHarmless(name: string, { addresses, places, mayShowPictures = false }: { addresses: readonly string[]; places: readonly number[]; mayShowPictures?: boolean }): Promise<void> {
  const { shown, fired, asked } = await openAll(addresses);
  const bad = shown.map((file, index) => verdictOf(places[index] ?? -1, file)).filter(({ residue, lost }) => residue.length + lost.length > 0);
  console.info(`exports, ${name}: ${shown.length} tried, ${shown.length - bad.length} held`);
  expect(shown.length).toBe(addresses.length);
  expect(bad).toEqual([]);
  expect(fired).toEqual([]);
  // Markdown shows a picture where the article did; nothing else asks for anything.
  expect(asked.filter((address) => !(mayShowPictures && isPicture(address)))).toEqual([]);
}

/** Opens the files from a page that stands where they do, and notes what they ask for beside themselves. */
async function openAll(addresses: readonly string[]): Promise<Opened & { asked: string[] }> {
  const context = await plain.newContext();
  await context.addInitScript({ content: readerScript });
  const asked: string[] = [];
  const own = new Set(addresses);
  context.on('request', (request) => {
    if (!own.has(request.url()) && !/^data:|\/(style\.css|opener\.html|book\/pictures\/picture-\d+\.[a-z]+)$/.test(request.url())) asked.push(request.url());
  });
  const opener = await context.newPage();
  await opener.goto(new URL('opener.html', addresses[0]).href);
  const opened = await openFiles(opener, addresses);
  expect(context.pages()).toEqual([opener]);
  await context.close();
  return { ...opened, asked };
}

function verdictOf(place: number, { text, residue }: Shown): { name: string; residue: string[]; lost: string[] } {
  const { name = '', words = [] } = articles[place] ?? {};
  return { name, residue, lost: words.filter((word) => !text.includes(word)) };
}

/** The address of one of the vectors that brings a picture, or a picture of elsewhere. */
function isPicture(address: string): boolean {
  const vector = vectors[Number(/\/hit\/(\d+)/.exec(address)?.[1])];
  return vector === undefined ? !address.startsWith(nowhere) : /<img|<image|mglyph|background/.test(vector.make({ js: '', url: '' }));
}

function serve(files: ReadonlyMap<string, string>, type: string): Promise<{ origin: string; close: () => Promise<void> }> {
  return listen((request, response) => {
    const isOpener = request.url?.endsWith('/opener.html');
    const body = isOpener ? opener : files.get(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': `${isOpener ? 'text/html' : type}; charset=utf-8` }).end(body);
  });
}

async function makeArticles(): Promise<Maker.HostileArticle[]> {
  const maker = await plain.newPage();
  const script = await bundleInPage('hostile-articles.ts');
  const site = await serve(new Map([['/', opener]]), 'text/html');
  await maker.goto(`${site.origin}/`);
  await maker.evaluate(pretendExtension);
  await maker.addScriptTag({ content: script });
  const made = await maker.evaluate((origin) => (window as unknown as { jingduSafety: typeof Maker }).jingduSafety.hostileArticles(origin), nowhere);
  await maker.close();
  await site.close();
  return made;
}

/** Keeps them as messages do. */
function keepAll(): Promise<number[]> {
  return page.evaluate(async (all) => {
    const places: number[] = [];
    for (const [place, { article }] of all.entries()) {
      const reply: { output?: { kind: string } } = await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article } });
      if (reply.output?.kind === 'saved') places.push(place);
    }
    return places;
  }, articles);
}

async function exportAs(format: string): Promise<Buffer> {
  await page.waitForSelector('[data-testid=export]');
  await page.click(`[data-testid=format-${format}]`);
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 300_000 }), page.click('[data-testid=export]:enabled')]);
  await page.waitForSelector('[data-testid=export-word][data-state=done]');
  return readFileSync(await download.path());
}

/** The files of an archive, by the place of the article that each holds. */
function byCase(archive: Buffer): Map<number, string> {
  const texts = unzip([archive]).map(({ bytes }) => bytes.toString());
  return new Map(texts.map((text) => [placeOf(text), text]));
}

/** A line break right behind `<pre>` is no part of its text. */
function withoutIdleBreaks(html: string): string {
  return html.replace(/<pre>\n+/g, '<pre>');
}

function placeOf(text: string): number {
  return Number(/样本(\d+)号。/.exec(text)?.[1] ?? -1);
}

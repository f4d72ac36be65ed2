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

test('as web pages, every eighth opened from the disk as it is: nothing runs, nothing is asked for, and the words are there', async () => {
  pages = byCase(await exportAs('html'));
  expect(pages.size).toBe(kept.length);
  mkdirSync(join(folder.path, 'pages'));
  writeFileSync(join(folder.path, 'pages/opener.html'), opener);
  // All of them are opened below, without the policy that holds them here; what the disk adds is the same for each.
  const some = [...pages].filter((_, index) => index % 8 === 0);
  const addresses = some.map(([place, html]) => {
    const file = join(folder.path, 'pages', `${place}.html`);
    writeFileSync(file, html);
    return pathToFileURL(file).href;
  });
  await expectHarmless('pages from the disk', { places: some.map(([place]) => [place]), addresses });
});

test('as web pages whose own policy was taken out, from a server: the same', async () => {
  const bare = new Map([...pages].map(([place, html]) => [place, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')]));
  expect([...bare.values()].filter((html) => html.includes('Content-Security-Policy" content="default'))).toEqual([]);
  await expectHarmlessServed('pages without their policy', { type: 'text/html', ...together(bare, (index) => `/${index}.html`) });
});

test('as a book: every chapter is XHTML that can be read, and the same', async () => {
  const files = unzip([await exportAs('epub')]).map(({ path, bytes }) => [path, bytes.toString()] as const);
  const chapters = files.filter(([path]) => path.startsWith('book/text/'));
  const isXml = await plainPageSays(chapters.map(([, text]) => text), (texts) => texts.map((text) => new DOMParser().parseFromString(text, 'application/xhtml+xml').querySelector('parsererror') === null));
  expect(chapters.filter((_, index) => !isXml[index]).map(([path]) => path)).toEqual([]);
  await expectHarmlessServed('chapters of a book', { type: 'application/xhtml+xml', ...together(new Map(chapters.map(([, text]) => [placeOf(text), text])), (index) => `/book/text/${index}.xhtml`) });
  const contents = files.filter(([path]) => path === 'book/nav.xhtml').map(([, text]) => text);
  await expectHarmlessServed('contents of a book', { files: new Map([['/nav.xhtml', contents.join('')]]), type: 'application/xhtml+xml', places: [[-1]] });
});

test('as Markdown, in a program that lets raw HTML through: the same', async () => {
  const files = byCase(await exportAs('markdown'));
  const shown = new Map([...files].map(([place, text]) => [place, `<!doctype html><meta charset="utf-8"><body>${asTrustingHtml(text)}</body>`]));
  await expectHarmlessServed('Markdown', { type: 'text/html', mayShowPictures: true, ...together(shown, (index) => `/${index}.html`) });
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
  const bad = asTrustingHtml(`甲 <img src="${nowhere}/x" onerror="canary(7)">`);
  const { files } = together(new Map([1, 2, 3].map((place) => [place, `<body>样本${place}号。${place === 2 ? bad : ''}</body>`])), () => '/together.html');
  const site = await serve(new Map([['/x.html', bad], ...files]), 'text/html');
  for (const path of ['/x.html', ...files.keys()]) {
    const { fired, asked, shown } = await openAll([site.origin + path]);
    expect({ fired, asked, residue: shown[0]?.residue }).toEqual({ fired: [7], asked: [`${nowhere}/x`], residue: ['onerror'] });
  }
  await site.close();
});

test('words that one of several in one document lost are missed, though its neighbours have them', () => {
  const [first = -1, second = -1] = kept;
  const [line, other] = [first, second].map((place) => `样本${place}号。`);
  const words = articles[first]?.words.join('') ?? '';
  expect(verdictsOf([first, second], { text: `${line}${words}${other}${words}`, residue: [] }).flatMap(({ lost }) => lost)).toEqual([]);
  expect(verdictsOf([first, second], { text: `${line}${other}${words}`, residue: [] }).flatMap(({ lost }) => lost)).toEqual(articles[first]?.words);
});

interface Documents {
  /** Each by its path. */
  files: ReadonlyMap<string, string>;
  /** Of the articles that stand in each, in order. */
  places: readonly (readonly number[])[];
}

interface Served extends Documents {
  type: string;
  mayShowPictures?: boolean;
}

/**
 * Several files in one document, body after body, because a browser takes its time for each document: whatever runs, asks or is
 * left over is seen all the same, and what swallows its neighbours takes their words away. Hostile fields stand in the head as well,
 * and have a document each.
 */
function together(files: ReadonlyMap<number, string>, path: (index: number) => string, size = 12): Documents {
  const [plain, inFields] = [[...files.keys()].filter((place) => place < vectors.length), [...files.keys()].filter((place) => place >= vectors.length)];
  const groups = [...Array.from({ length: Math.ceil(plain.length / size) }, (_, index) => plain.slice(index * size, (index + 1) * size)), ...inFields.map((place) => [place])];
  const documents = groups.map((places) => {
    const [first = '', ...others] = places.map((place) => files.get(place) ?? '');
    return first.replace(/<\/body>(?![^]*<\/body>)/, (end) => others.map(bodyOf).join('') + end);
  });
  return { files: new Map(documents.map((text, index) => [path(index), text])), places: groups };
}

function bodyOf(text: string): string {
  const body = /<body[^>]*>([^]*)<\/body>/.exec(text)?.[1];
  if (body === undefined) throw new Error(`no body in ${text.slice(0, 200)}`);
  return body;
}

async function expectHarmlessServed(name: string, { files, type, ...rest }: Served): Promise<void> {
  const site = await serve(files, type);
  await expectHarmless(name, { addresses: [...files.keys()].map((path) => site.origin + path), ...rest });
  await site.close();
}

async function expectHarmless(name: string, { addresses, places, mayShowPictures = false }: { addresses: readonly string[]; places: Documents['places']; mayShowPictures?: boolean }): Promise<void> {
  const { shown, fired, asked } = await openAll(addresses);
  const verdicts = shown.flatMap((file, index) => verdictsOf(places[index] ?? [], file));
  const bad = verdicts.filter(({ residue, lost }) => residue.length + lost.length > 0);
  console.info(`exports, ${name}: ${verdicts.length} tried, ${verdicts.length - bad.length} held`);
  expect(verdicts.length).toBe(places.flat().length);
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

/** One for each article of a document; what is left over in the document counts against all of them. */
function verdictsOf(places: readonly number[], { text, residue }: Shown): { name: string; residue: string[]; lost: string[] }[] {
  return places.map((place) => {
    const { name = '', words = [] } = articles[place] ?? {};
    const own = text.split(`样本${place}号。`).at(-1)?.split(/样本\d+号。/)[0] ?? '';
    return { name, residue, lost: words.filter((word) => !own.includes(word)) };
  });
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

/** What a blank page of a browser without the extension answers. */
async function plainPageSays<Answer>(texts: string[], ask: (texts: string[]) => Answer): Promise<Answer> {
  const blank = await plain.newPage();
  const answer = await blank.evaluate(ask as (texts: string[]) => Answer, texts);
  await blank.close();
  return answer as Answer;
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

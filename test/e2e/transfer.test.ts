import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { BackupEntry } from '../../src/library/export/backup-format.ts';
import { createZip } from '../../src/library/export/zip.ts';
import { unzip } from '../library/export/zip-reader.ts';
import type { Browser } from './browser.ts';
import { startBrowser, temporaryFolder, tooltipOf } from './browser.ts';
import { articleIdOf, backupFile, entriesOf, sorted, withoutDate } from './backup-file.ts';
import { killBrowser } from './kill-browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// One story: what was saved goes out in every form, comes back as it was, and nothing foreign gets in with it.
const profile = temporaryFolder();
const files = temporaryFolder();
/** Stands in every article of these tests. */
const passage = '库存随之降了三成';
let browser: Browser;
let site: Site;
let page: Page;

beforeAll(async () => {
  site = await serveSite({ '/factory': articlePage('工厂的账，要按三年来算'), '/channel': articlePage('渠道商：搬家以后'), '/tomorrow': articlePage('明天再读') });
  browser = await startBrowser({ profile: profile.path });
  for (const path of ['/', '/factory', '/channel']) await saveByShortcut(site.origin + path);
  page = await openTransfer();
});

afterAll(async () => {
  await browser.close();
  await site.close();
  profile.remove();
  files.remove();
});

test('a backup is taken, the library emptied, and the backup brought back: it is the same library', async () => {
  const before = await store();
  const backup = await exportAs('backup');
  expect(backup.name).toMatch(/^Jingdu library \d{4}-\d{2}-\d{2}\.json$/);
  await page.evaluate(() => chrome.storage.local.clear());
  expect(await bring(backup.bytes)).toEqual(['3 new']);
  expect(await page.locator('[data-testid=import-word]').innerText()).toBe('3 added, 0 updated, 0 to read.');
  const again = await exportAs('backup');
  expect(withoutDate(again.bytes)).toBe(withoutDate(backup.bytes));
  expect(await store()).toEqual(before);
});

test('the same backup again has nothing new', async () => {
  const backup = await exportAs('backup');
  await page.setInputFiles('[data-testid=import-file]', asFile(backup.bytes));
  await page.waitForSelector('[data-testid=import-report]');
  expect(await reportLines()).toEqual(['3 the same as yours']);
  expect(await page.locator('[data-testid=import-take]').count()).toBe(0);
  await page.click('[data-testid=import-cancel]');
});

test.each<[string, (bytes: Buffer) => Buffer, string, number?]>([
  ['cut off in the middle', (bytes) => bytes.subarray(0, bytes.length / 2), english.refusedTruncated.message],
  ['changed in one letter', (bytes) => Buffer.from(bytes.toString().replace('工厂', '厂工')), english.refusedDamaged.message],
  ['that is a picture', () => Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), english.refusedForeign.message],
  ['of forty million open brackets', () => Buffer.alloc(40_000_000, '['), english.refusedForeign.message],
  ['of 54 MB of nothing', () => Buffer.from(`{"format":"jingdu-backup","version":2,"entries":[${'{},'.repeat(18_000_000)}`), english.refusedHostile.message],
  ['of 200 MB', () => Buffer.of(), english.refusedLarge.message, 200_000_000],
])('a file %s is refused, and nothing has changed', async (_name, spoil, reason, size) => {
  const path = `${files.path}/refused.json`;
  writeFileSync(path, spoil((await exportAs('backup')).bytes));
  if (size !== undefined) truncateSync(path, size);
  const before = await store();
  await page.setInputFiles('[data-testid=import-file]', path);
  await page.waitForSelector('[data-testid=import-word][data-state=refused]');
  expect(await page.locator('[data-testid=import-word]').innerText()).toBe(`${reason} ${english.refusedUnchanged.message}`);
  expect(await store()).toEqual(before);
});

test('Markdown of all comes as an archive, of one selected article as its file', async () => {
  const all = unzip([(await exportAs('markdown')).bytes]);
  expect(all.map(({ path }) => path)).toEqual(['渠道商：搬家以后.md', '工厂的账，要按三年来算.md', '冷链的下半场，是一门关于温度的生意.md']);
  expect(all[1]?.bytes.toString()).toMatch(/^---\ntitle: "工厂的账，要按三年来算"\n[\s\S]*\n---\n\n# 工厂的账，要按三年来算\n\n[\s\S]*\n## 一、先看需求\n/);
  await page.goto(`${page.url()}#${articleIdOf(`${site.origin}/factory`)}`);
  await page.reload();
  const one = await exportAs('markdown');
  expect(one.name).toBe('工厂的账，要按三年来算.md');
  expect(one.bytes.equals(all[1]?.bytes ?? Buffer.of())).toBe(true);
});

test('a book has a chapter for each article, and a table of contents', async () => {
  await page.click('[data-testid=format-epub]');
  await page.click('[data-testid=export-all]');
  const files = unzip([(await exportAs('epub')).bytes]);
  expect(files.filter(({ path }) => path.startsWith('book/text/'))).toHaveLength(3);
  expect(files.find(({ path }) => path === 'book/nav.xhtml')?.bytes.toString()).toContain('<a href="text/0001.xhtml#jd-section-1">');
});

test('a web page opens from the disk, without one request', async () => {
  const file = await exportAs('html');
  const requests: string[] = [];
  const view = await browser.context.newPage();
  view.on('request', (request) => requests.push(request.url()));
  await view.setContent(unzip([file.bytes])[2]?.bytes.toString() ?? '');
  expect(await view.locator('h1').innerText()).toBe('冷链的下半场，是一门关于温度的生意');
  expect(await view.locator('h2, h3').count()).toBeGreaterThanOrEqual(6);
  expect(requests).toEqual([]);
  await view.close();
});

test('hostile HTML in a backup with right checksums runs nowhere', async () => {
  const contentHtml = '<p onclick="top.canary=1">正文</p><script>top.canary=1</script><img src="x" onerror="top.canary=1"><iframe srcdoc="<script>top.canary=1</script>"></iframe>';
  const [entry] = entriesOf(1, { contentHtml, title: '<img src=x onerror="top.canary=1">' });
  expect(await bring(await backupFile(entry ? [entry] : []))).toEqual(['1 new']);
  const stored = JSON.parse(withoutDate((await exportAs('backup')).bytes)) as { entries: { id: string; record: { article?: { contentHtml: string } } }[] };
  expect(stored.entries.find(({ id }) => id === entry?.id)?.record.article?.contentHtml).toBe('<p>正文</p><img>');
  const view = await browser.context.newPage();
  await view.goto(`chrome-extension://${browser.extensionId}/src/reader/index.html?id=${entry?.id}`);
  await view.waitForSelector('[data-testid=body]');
  expect(await view.evaluate(() => 'canary' in window)).toBe(false);
  await view.close();
});

test.each([
  ['Pocket', (origin: string) => `title,url,time_added,tags,status\n还没读,${origin}/later,1700000000,甲|乙,archive\n存过的,${origin}/factory,1700000000,,unread\n`, /^还没读\s+localhost · .*2023 · Read before · 甲 · 乙$/],
  ['Instapaper', (origin: string) => `URL,Title,Selection,Folder,Timestamp,Tags\r\n${origin}/instapaper,"冷链, 再读","一段\n两行",物流,1700000000,"[""甲""]"\r\n${origin}/factory,存过的,,Unread,1700000000,[]\r\n`, /^冷链, 再读\s+localhost · .*2023 · 物流 · 甲$/],
])('a list of %s waits to be read with what it says, and what is saved already stays out', async (_name, listOf, row) => {
  expect(await bring(Buffer.from(listOf(site.origin)))).toEqual(['2 to read, 1 of them new']);
  await page.waitForSelector('[data-testid=bookmark]');
  expect(await page.locator('[data-testid=bookmark]').allInnerTexts()).toEqual([expect.stringMatching(row)]);
  await page.click('[data-testid=bookmark-remove]');
  await waitUntil(async () => (await page.locator('[data-testid=bookmark]').count()) === 0, 'the bookmark to go');
});

test('the archive that Omnivore hands out is read as it is, and its article leaves the list when it has been opened and saved', async () => {
  const zip = createZip();
  await zip.add('metadata_0_to_20.json', JSON.stringify([{ title: '明天再读', slug: 'tomorrow', url: `${site.origin}/tomorrow`, labels: ['甲'], savedAt: '2023-11-14T22:13:20.000Z', state: 'Active' }, { title: '没有地址' }, 7]));
  await zip.add('content/x.html', articlePage('不在清单里'));
  await zip.add('highlights/tomorrow.md', `> ${passage}\n\n为什么？`);
  expect(await bring(Buffer.concat(zip.finish()))).toEqual(['1 to read, 1 of them new']);
  const [opened] = await Promise.all([browser.context.waitForEvent('page'), page.click('[data-testid=bookmark] a')]);
  await opened.waitForURL(`${site.origin}/tomorrow`);
  await opened.close();
  await saveByShortcut(`${site.origin}/tomorrow`);
  await page.bringToFront();
  await waitUntil(async () => (await page.locator('[data-testid=bookmark]').count()) === 0, 'the bookmark to go');
  const saved = JSON.parse(withoutDate((await exportAs('backup')).bytes)) as { entries: BackupEntry[] };
  const about = saved.entries.filter(({ kind, id }) => id === articleIdOf(`${site.origin}/tomorrow`) && (kind === 'marks' || kind === 'annotations'));
  expect(about.map(({ record }) => record)).toEqual([expect.objectContaining({ tags: ['甲'] }), [expect.objectContaining({ exact: passage, note: '为什么？' })]]);
});

test('the newer of two versions wins, whichever side it is on', async () => {
  const [older, newer, same] = entriesOf(3, { byline: '第一版' }) as [BackupEntry, BackupEntry, BackupEntry];
  await bring(await backupFile([older, newer, same]));
  const later = (entry: BackupEntry, by: number): BackupEntry => {
    const record = entry.record as { updatedAt: number; article: object };
    return { ...entry, record: { ...record, updatedAt: record.updatedAt + by, article: { ...record.article, byline: '第二版' } } };
  };
  expect(await bring(await backupFile([later(older, 100), later(newer, -1), same]))).toHaveLength(3);
  const stored = JSON.parse(withoutDate((await exportAs('backup')).bytes)) as { entries: { id: string; record: { article?: { byline: string } } }[] };
  expect([older, newer, same].map(({ id }) => stored.entries.find((entry) => entry.id === id && entry.record.article)?.record.article?.byline)).toEqual(['第二版', '第一版', '第一版']);
});

test('an import is cancelled: what came in is whole, and it goes on where it was', { timeout: 180_000 }, async () => {
  await page.setInputFiles('[data-testid=import-file]', asFile(await backupFile(entriesOf(300))));
  await page.waitForSelector('[data-testid=import-take]');
  const [before = 0] = await keyCounts();
  await cancelAfter(20, 'import-take');
  await page.waitForSelector('[data-testid=import-word][data-state=done]');
  expect(await page.locator('[data-testid=import-word]').innerText()).toContain(english.importCancelled.message);
  const [articles, rows] = await keyCounts();
  expect(rows).toBe(articles);
  expect(articles).toBeGreaterThanOrEqual(before + 20);
  expect(articles).toBeLessThan(before + 300);
});

test('the browser is killed in the middle of an import: what is there is whole, and the import can be done again', { timeout: 180_000 }, async () => {
  const entries = entriesOf(400);
  const backup = await backupFile(entries);
  await page.setInputFiles('[data-testid=import-file]', asFile(backup));
  await page.waitForSelector('[data-testid=import-take]', { timeout: 120_000 });
  const [before = 0] = await keyCounts();
  await page.click('[data-testid=import-take]');
  await waitUntil(async () => ((await keyCounts())[0] ?? 0) > before + 10, 'the import to be under way');
  const gone = new Promise((resolve) => browser.context.once('close', resolve));
  killBrowser(profile.path);
  await gone;
  browser = await startBrowser({ profile: profile.path });
  page = await openTransfer();
  const [articles, rows] = await keyCounts();
  expect(rows).toBe(articles);
  expect(articles).toBeGreaterThan(before + 10);
  expect(articles).toBeLessThan(before + 400);
  await bring(backup);
  const after = JSON.parse(withoutDate((await exportAs('backup')).bytes)) as { entries: BackupEntry[] };
  const kept = new Map(after.entries.filter(({ kind }) => kind === 'article').map(({ id, record }) => [id, record]));
  const lost = entries.filter(({ id, record }) => JSON.stringify(kept.get(id)) !== JSON.stringify(sorted(record)));
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('an export is cancelled in its middle: nothing is handed out, and the next one is whole', async () => {
  await page.click('[data-testid=format-markdown]');
  const handedOut: string[] = [];
  const note = (download: { suggestedFilename(): string }): unknown => handedOut.push(download.suggestedFilename());
  page.on('download', note);
  await cancelAfter(20, 'export');
  await page.waitForSelector('[data-testid=export-word][data-state=cancelled]');
  await page.waitForSelector('[data-testid=export]:enabled');
  page.off('download', note);
  expect(handedOut).toEqual([]);
  const [articles] = await keyCounts();
  expect(unzip([(await exportAs('markdown')).bytes])).toHaveLength(articles ?? 0);
});

async function openTransfer(): Promise<Page> {
  const opened = await browser.context.newPage();
  await opened.goto(`chrome-extension://${browser.extensionId}/src/transfer/index.html`);
  await opened.waitForSelector('[data-testid=export]');
  return opened;
}

async function saveByShortcut(address: string): Promise<void> {
  await browser.page.bringToFront();
  await browser.page.goto(address);
  await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the article to be noticed');
  await pressShortcut(browser.page, 'Alt+Shift+S');
  await waitUntil(async () => (await tooltipOf(browser)) === english.actionSaved.message, 'the tooltip to say that it is saved');
}

async function exportAs(format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.click(`[data-testid=format-${format}]`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid=export]:enabled')]);
  await page.waitForSelector('[data-testid=export-word][data-state=done]');
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Chooses a file, reads the report and goes on; gives the lines of the report. */
async function bring(bytes: Buffer): Promise<string[]> {
  await page.setInputFiles('[data-testid=import-file]', asFile(bytes));
  await page.waitForSelector('[data-testid=import-report]', { timeout: 120_000 });
  const lines = await reportLines();
  await page.click('[data-testid=import-take]');
  await page.waitForSelector('[data-testid=import-word][data-state=done]', { timeout: 120_000 });
  return lines;
}

/** Begins what a button begins, and stops it as soon as so many articles are through. */
function cancelAfter(count: number, begin: 'import-take' | 'export'): Promise<void> {
  return page.evaluate(([wanted, name]) => {
    const button = (testId: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-testid=${testId}]`);
    new MutationObserver((_changes, observer) => {
      if ((document.querySelector('progress')?.value ?? 0) < wanted) return;
      observer.disconnect();
      button('cancel')?.click();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    button(name)?.click();
  }, [count, begin] as const);
}

function reportLines(): Promise<string[]> {
  return page.locator('[data-testid=import-report] > ul > li').allInnerTexts();
}

function asFile(buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'file.json', mimeType: 'application/json', buffer };
}

/** The store as it is, but for the packed articles, whose text the backup compares, and for what is made again from the rest. */
function store(): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const all = await chrome.storage.local.get(null);
    return Object.fromEntries(Object.entries(all).filter(([key]) => /^[impnb]:/.test(key)));
  });
}

/** How many articles there are, and how many rows of the index. */
function keyCounts(): Promise<number[]> {
  return page.evaluate(async () => {
    const keys = await chrome.storage.local.getKeys();
    return ['a:', 'i:'].map((prefix) => keys.filter((key) => key.startsWith(prefix)).length);
  });
}

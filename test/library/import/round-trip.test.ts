import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { keepAnnotation } from '../../../src/library/annotations.ts';
import { articleId } from '../../../src/library/article-id.ts';
import type { BackupEntry } from '../../../src/library/export/backup-format.ts';
import { applyImport } from '../../../src/library/import/apply-import.ts';
import { addBookmarks } from '../../../src/library/import/bookmark.ts';
import { planImport } from '../../../src/library/import/plan-import.ts';
import { readBackup } from '../../../src/library/import/read-backup.ts';
import { saveArticle } from '../../../src/library/library.ts';
import { changeMarks } from '../../../src/library/marks.ts';
import { saveProgress } from '../../../src/library/progress.ts';
import type { SavedArticle } from '../../../src/library/saved-article.ts';
import type { FakeStorageArea } from '../../fake-browser.ts';
import { FakeLocks } from '../../fake-browser.ts';
import { makeArticle } from '../articles.ts';
import { backUp } from './backups.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

/** Saves an article, and says all of it that can be said. */
async function fill(name: string): Promise<void> {
  const url = `https://example.com/${name}`;
  const id = (await articleId(url)) ?? '';
  await saveArticle(makeArticle({ url, title: `${name}：“引号” 😀 <b>` }));
  await changeMarks([id], (marks) => ({ ...marks, star: true, tags: [name] }));
  await saveProgress(id, 0.5, name);
  await keepAnnotation(url, { id: `mark-${name}`, exact: name, prefix: '', suffix: '', start: 0, end: name.length, colour: 'red', note: '一\n二', createdAt: 1 });
  const later = `${url}/later`;
  await addBookmarks([{ id: (await articleId(later)) ?? '', url: later, title: name, addedAt: 5000, tags: [name], source: 'pocket', read: true, quotes: [{ exact: name, note: '' }] }]);
}

function entriesOf(backup: string): BackupEntry[] {
  return (JSON.parse(backup) as { entries: BackupEntry[] }).entries;
}

test('a library comes whole into one that has other articles, which stay as they are', async () => {
  for (const name of ['甲', '乙']) await fill(name);
  const theirs = await backUp();
  area.stored.clear();
  for (const name of ['丙', '丁']) await fill(name);
  const ours = await backUp();
  const reading = await readBackup(theirs);
  const plan = await planImport(reading.kind === 'backup' ? reading.entries : [], document);
  expect(await applyImport(plan, { signal: new AbortController().signal, onProgress: () => undefined })).toEqual({ added: 2, updated: 0, bookmarks: 2 });
  const all = entriesOf(await backUp());
  expect(entriesOf(theirs)).toHaveLength(10);
  expect(all).toHaveLength(20);
  expect(all).toEqual(expect.arrayContaining([...entriesOf(theirs), ...entriesOf(ours)]));
});

test('markup that a parser would lay out otherwise comes back letter by letter, what must not be in it does not', async () => {
  const astray = ['<p><span>甲<div>乙</div></span></p>', '<pre>\n\n甲</pre>', '<p>甲<table><tbody><tr><td>乙</td></tr></tbody></table></p>'];
  const hostile = [
    '<p onclick="x()">甲<div>乙</div></p>', '<script>x()</script>甲', '<body onload="x()">甲</body>', '<frameset onload="x()"></frameset>',
    '<p>甲</p></body><script>x()</script>', '<html onclick="x()">甲', '<td onclick="x()">甲</td>乙', '<!-- 丙 -->甲', '甲<tr onclick="x()"',
  ];
  for (const [place, contentHtml] of [...astray, ...hostile].entries()) await saveArticle(makeArticle({ url: `https://example.com/${place}`, contentHtml, removals: [] }));
  const before = await backUp();
  area.stored.clear();
  const reading = await readBackup(before);
  await applyImport(await planImport(reading.kind === 'backup' ? reading.entries : [], document), { signal: new AbortController().signal, onProgress: () => undefined });
  const markup = new Map(entriesOf(await backUp()).map(({ record }) => [(record as SavedArticle).article.url, (record as SavedArticle).article.contentHtml]));
  expect(astray.map((_, place) => markup.get(`https://example.com/${place}`))).toEqual(astray);
  expect(hostile.map((_, place) => markup.get(`https://example.com/${place + astray.length}`))).toEqual(['<p>甲</p><div>乙</div><p></p>', '甲', '甲', '', '<p>甲</p>', '甲', '甲乙', '甲', '甲']);
});

import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { annotationsAt, dropAnnotation } from '../../../src/library/annotations.ts';
import { articleId } from '../../../src/library/article-id.ts';
import { moveToBin, removeForGood } from '../../../src/library/bin.ts';
import { addBookmarks, bookmarkIds, listBookmarks } from '../../../src/library/import/bookmark.ts';
import type { Bookmark } from '../../../src/library/import/bookmark.ts';
import { saveArticle } from '../../../src/library/library.ts';
import { changeMarks, noMarks, readMarks } from '../../../src/library/marks.ts';
import type { FakeStorageArea } from '../../fake-browser.ts';
import { FakeLocks } from '../../fake-browser.ts';
import { makeArticle } from '../articles.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;
const url = 'https://example.com/post/1';

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

/** Puts an address on the list, as another service had it; gives its id. */
async function wait(fields: Partial<Bookmark> = {}): Promise<string> {
  const bookmark: Bookmark = { id: (await articleId(fields.url ?? url)) ?? '', url, title: '冷链', addedAt: 1_700_000_000_000, tags: [], source: 'pocket', ...fields };
  await addBookmarks([bookmark]);
  return bookmark.id;
}

test('an article that was waited for has the tags and the highlights of the list', async () => {
  const id = await wait({ tags: ['冷链', ' #成本 ', '成本'], quotes: [{ exact: '空驶率', note: '何以？' }, { exact: '仓库', note: '' }] });
  await saveArticle(makeArticle({ url }));
  expect((await readMarks([id])).get(id)).toEqual({ ...noMarks, tags: ['冷链', '成本'] });
  expect((await annotationsAt(url)).map(({ exact, note, createdAt }) => [exact, note, createdAt])).toEqual([['空驶率', '何以？', 1_700_000_000_000], ['仓库', '', 1_700_000_000_001]]);
  expect(await listBookmarks()).toEqual([]);
});

test('what is taken away from it does not come back when it is saved again', async () => {
  const id = await wait({ tags: ['冷链'], quotes: [{ exact: '空驶率', note: '' }] });
  await saveArticle(makeArticle({ url }));
  await changeMarks([id], (marks) => ({ ...marks, tags: [] }));
  await dropAnnotation(url, 'pocket-0');
  await saveArticle(makeArticle({ url, title: '新的题目' }));
  expect((await readMarks([id])).get(id)?.tags).toEqual([]);
  expect(await annotationsAt(url)).toEqual([]);
});

test('what was said about it here stays as it is', async () => {
  const id = await wait({ tags: ['冷链'] });
  await changeMarks([id], (marks) => ({ ...marks, star: true }));
  await saveArticle(makeArticle({ url }));
  expect((await readMarks([id])).get(id)).toEqual({ ...noMarks, star: true });
});

test('an article that is gone for good is not waited for again', async () => {
  const id = await wait();
  await saveArticle(makeArticle({ url }));
  await moveToBin([id]);
  expect(await listBookmarks()).toEqual([]);
  await removeForGood([id]);
  expect(await bookmarkIds()).toEqual([]);
});

test('of those that wait, what was read elsewhere comes last', async () => {
  await wait({ url: 'https://example.com/read', title: '读过', addedAt: 3, read: true });
  await wait({ url: 'https://example.com/old', title: '旧', addedAt: 1 });
  await wait({ url: 'https://example.com/new', title: '新', addedAt: 2 });
  expect((await listBookmarks()).map(({ title }) => title)).toEqual(['新', '旧', '读过']);
});

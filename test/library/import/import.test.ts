import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { Annotation } from '../../../src/library/annotation.ts';
import { keepAnnotation, readAnnotations } from '../../../src/library/annotations.ts';
import { articleId } from '../../../src/library/article-id.ts';
import { moveToBin } from '../../../src/library/bin.ts';
import type { BackupEntry } from '../../../src/library/export/backup-format.ts';
import { applyImport } from '../../../src/library/import/apply-import.ts';
import { addBookmarks, listBookmarks } from '../../../src/library/import/bookmark.ts';
import type { Bookmark } from '../../../src/library/import/bookmark.ts';
import type { ImportPlan } from '../../../src/library/import/plan-import.ts';
import { planImport } from '../../../src/library/import/plan-import.ts';
import { readBackup } from '../../../src/library/import/read-backup.ts';
import { getSaved, saveArticle } from '../../../src/library/library.ts';
import { changeMarks, readMarks } from '../../../src/library/marks.ts';
import { loadProgress, saveProgress } from '../../../src/library/progress.ts';
import type { SavedArticle } from '../../../src/library/saved-article.ts';
import { toStoredKey } from '../../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../../fake-browser.ts';
import { FakeLocks } from '../../fake-browser.ts';
import { makeArticle } from '../articles.ts';
import { listSaved } from '../list-saved.ts';
import { backUp, backupOf } from './backups.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;
const address = 'https://example.com/post/1';

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

async function save(fields: Parameters<typeof makeArticle>[0] = {}): Promise<string> {
  const outcome = await saveArticle(makeArticle(fields));
  if (outcome.kind !== 'saved') throw new Error(outcome.reason);
  return outcome.id;
}

async function planOf(text: string): Promise<ImportPlan> {
  const reading = await readBackup(text);
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return planImport(reading.entries, document);
}

const unwatched = { signal: new AbortController().signal, onProgress: () => undefined };

async function bring(text: string): ReturnType<typeof applyImport> {
  return applyImport(await planOf(text), unwatched);
}

async function record(updatedAt: number, fields: Parameters<typeof makeArticle>[0] = {}): Promise<SavedArticle> {
  const article = makeArticle(fields);
  return { id: (await articleId(article.url)) ?? '', schema: 1, savedAt: 1000, updatedAt, article };
}

async function entryOf(saved: SavedArticle): Promise<BackupEntry> {
  return { kind: 'article', id: saved.id, record: saved };
}

async function bookmark(url: string): Promise<Bookmark> {
  return { id: (await articleId(url)) ?? '', url, title: '待读', addedAt: 5000, tags: ['甲'], source: 'pocket' };
}

function annotation(exact: string): Annotation {
  return { id: `note-${exact}`, exact, prefix: '', suffix: '', start: 0, end: exact.length, colour: 'yellow', note: '', createdAt: exact === '一' ? 1 : 2 };
}

describe('the round trip', () => {
  test('gives back the same library, to the letter', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => save({ url: `https://example.com/${name}`, title: name })));
    await changeMarks([ids[0] ?? ''], (marks) => ({ ...marks, star: true, tags: ['冷链', '成本'] }));
    await moveToBin([ids[1] ?? '']);
    await saveProgress(ids[2] ?? '', 0.4, '一段');
    await keepAnnotation('https://example.com/a', annotation('一'));
    await keepAnnotation('https://example.com/a', annotation('二'));
    await addBookmarks([await bookmark('https://example.com/later')]);
    await listSaved();
    const before = new Map(area.stored);
    const backup = await backUp();
    area.stored.clear();
    expect(await bring(backup)).toEqual({ added: 3, updated: 0, bookmarks: 1 });
    await listSaved();
    expect(await backUp()).toBe(backup);
    // The packing of an article keeps the order of its fields, which the backup does not; what is in it was just compared.
    const plain = (stored: ReadonlyMap<string, string>): [string, string][] => [...stored].filter(([key]) => !/^(a:|(head|layout)$)/.test(key)).sort();
    expect(plain(area.stored)).toEqual(plain(before));
  });

  test('a second time nothing changes', async () => {
    await save();
    const backup = await backUp();
    const before = new Map(area.stored);
    const plan = await planOf(backup);
    expect(plan.articles.map(({ fate }) => fate)).toEqual(['same']);
    await applyImport(plan, unwatched);
    expect(area.stored).toEqual(before);
  });
});

test('what cannot be read of one article keeps nothing else out of a backup', async () => {
  const ids = await Promise.all([1, 2].map((n) => save({ url: `https://example.com/${n}` })));
  for (const n of [1, 2]) await keepAnnotation(`https://example.com/${n}`, annotation('一'));
  area.fault = (call, keys) => {
    if (call === 'get' && keys.includes(toStoredKey(`annotations:${ids[0]}`))) throw new Error('corruption');
  };
  const { entries } = JSON.parse(await backUp()) as { entries: BackupEntry[] };
  expect(entries.filter(({ kind }) => kind === 'article')).toHaveLength(2);
  expect(entries.filter(({ kind }) => kind === 'annotations').map(({ id }) => id)).toEqual([ids[1]]);
});

describe('the plan', () => {
  test('takes an article whose markup has no body, and all beside it', async () => {
    const framed = await record(10, { contentHtml: '<frameset><frame></frameset>' });
    const plan = await planOf(await backupOf([await entryOf(framed), await entryOf(await record(10, { url: 'https://example.com/2' }))]));
    expect(plan.articles.map(({ saved }) => saved.article.contentHtml)).toEqual(['', makeArticle().contentHtml]);
  });

  test('says what would happen, and nothing has', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 50_000 });
    await save();
    await save({ url: 'https://example.com/2' });
    const before = new Map(area.stored);
    const entries = [await record(90_000), await record(10, { url: 'https://example.com/2' }), await record(5, { url: 'https://example.com/3' })];
    const plan = await planOf(await backupOf(await Promise.all(entries.map(entryOf))));
    expect(plan.articles.map(({ saved, fate }) => [saved.article.url, fate])).toEqual([[address, 'update'], ['https://example.com/2', 'older'], ['https://example.com/3', 'add']]);
    expect(area.stored).toEqual(before);
  });

  test.each<[string, (saved: SavedArticle) => object]>([
    ['under another article’s id', (saved) => ({ ...saved, id: 'f'.repeat(32) })],
    ['with another article’s address', (saved) => ({ ...saved, article: { ...saved.article, url: 'https://example.com/other' } })],
    ['with an address that is code', (saved) => ({ ...saved, article: { ...saved.article, url: 'javascript:alert(1)' } })],
    ['from the far future', (saved) => ({ ...saved, updatedAt: 8e15 })],
    ['saved at no time', (saved) => ({ ...saved, savedAt: -1 })],
    ['without a text', (saved) => ({ ...saved, article: { ...saved.article, contentHtml: undefined } })],
    ['of a later schema', (saved) => ({ ...saved, schema: 99 })],
  ])('an article %s is refused by its title, the others are not', async (_name, spoil) => {
    const saved = await record(10);
    const other = await record(10, { url: 'https://example.com/2', title: '好' });
    const plan = await planOf(await backupOf([{ kind: 'article', id: saved.id, record: spoil(saved) }, await entryOf(other)]));
    expect(plan.refused).toEqual(['冷链物流的下半场']);
    expect(plan.articles.map(({ saved: { article } }) => article.title)).toEqual(['好']);
  });

  test('of two of the same the first one counts', async () => {
    const plan = await planOf(await backupOf([await entryOf(await record(10)), await entryOf(await record(20))]));
    expect([plan.articles.map(({ saved }) => saved.updatedAt), plan.refused.length]).toEqual([[10], 1]);
  });

  test('a bookmark that is code is refused', async () => {
    const hostile = { ...(await bookmark('https://example.com/later')), url: 'javascript:alert(1)' };
    const plan = await planOf(await backupOf([{ kind: 'bookmark', id: hostile.id, record: hostile }]));
    expect([plan.bookmarks, plan.refused.length]).toEqual([[], 1]);
  });
});

describe('the merge', () => {
  test('HTML is sanitised on its way in', async () => {
    const html = '<p onclick="x()">甲</p><script>alert(1)</script><img src="https://e.com/a.png" onerror="x()">';
    const removals = [{ id: 0, step: 's', reason: 'r', group: 'ad' as const, text: '广告', html: '<a href="javascript:x()">广告</a>' }];
    const saved = await record(10, { contentHtml: html, removals });
    await bring(await backupOf([await entryOf(saved)]));
    const { article } = (await getSaved(saved.id)) ?? {};
    expect([article?.contentHtml, article?.removals[0]?.html]).toEqual(['<p>甲</p><img src="https://e.com/a.png">', '<a>广告</a>']);
  });

  test('what is newer here stays, what is newer there comes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 50_000 });
    const id = await save({ title: '这里' });
    await bring(await backupOf([await entryOf(await record(49_999, { title: '旧的' }))]));
    expect((await getSaved(id))?.article.title).toBe('这里');
    await bring(await backupOf([await entryOf(await record(50_001, { title: '新的' }))]));
    expect(await getSaved(id)).toMatchObject({ updatedAt: 50_001, article: { title: '新的' } });
  });

  test('an article saved anew between the report and the word to go on is not overwritten', async () => {
    const plan = await planOf(await backupOf([await entryOf(await record(10, { title: '备份' }))]));
    const id = await save({ title: '刚存的' });
    expect(await applyImport(plan, unwatched)).toEqual({ added: 0, updated: 0, bookmarks: 0 });
    expect((await getSaved(id))?.article.title).toBe('刚存的');
  });

  test('marks and reading place: ours stay where they are newer or there at all', async () => {
    const id = await save();
    await changeMarks([id], (marks) => ({ ...marks, tags: ['我的'] }));
    await saveProgress(id, 0.9, '此处');
    await bring(await backupOf([
      { kind: 'marks', id, record: { star: true, archived: false, tags: ['他的'], deletedAt: 0 } },
      { kind: 'progress', id, record: { fraction: 0.1, anchorText: '', at: 10 } },
    ]));
    expect((await readMarks([id])).get(id)?.tags).toEqual(['我的']);
    expect((await loadProgress(id))?.fraction).toBe(0.9);
  });

  test('highlights: ours stay as they are, theirs are added', async () => {
    const id = await save();
    await keepAnnotation(address, { ...annotation('一'), note: '我的' });
    await bring(await backupOf([{ kind: 'annotations', id, record: [{ ...annotation('一'), note: '他的' }, annotation('二')] }]));
    expect((await readAnnotations(id)).map(({ exact, note }) => [exact, note])).toEqual([['一', '我的'], ['二', '']]);
  });

  test('an article that a later version keeps stays, and the others come', async () => {
    const id = await save();
    area.stored.set(toStoredKey(`article:${id}`), '{"schema":99}');
    const others = [await record(90_000), await record(10, { url: 'https://example.com/2' })];
    expect(await bring(await backupOf(await Promise.all(others.map(entryOf))))).toEqual({ added: 1, updated: 0, bookmarks: 0 });
    expect(area.stored.get(toStoredKey(`article:${id}`))).toBe('{"schema":99}');
  });

  test('where one record must not be written over, all the others come; where there is no room, what came is told', async () => {
    const ids = await Promise.all([1, 2].map((n) => save({ url: `https://example.com/${n}` })));
    const fresh = await record(10, { url: 'https://example.com/3' });
    const later = await bookmark('https://example.com/later');
    area.stored.set(toStoredKey(`marks:${ids[0]}`), '{"schema":2}');
    const file = await backupOf([
      await entryOf(fresh),
      ...ids.map((id): BackupEntry => ({ kind: 'marks', id, record: { star: true, archived: false, tags: [], deletedAt: 0 } })),
      { kind: 'bookmark', id: later.id, record: later },
    ]);
    area.fault = (call, keys) => {
      if (call === 'set' && keys.some((key) => key.startsWith('b:'))) throw new Error('IO error: 000003.log: FILE_ERROR_NO_SPACE');
    };
    expect(await bring(file)).toEqual({ added: 1, updated: 0, bookmarks: 0, stopped: 'quota' });
    expect([...(await readMarks(ids)).keys()]).toEqual([ids[1]]);
    area.fault = () => undefined;
    expect(await bring(file)).toEqual({ added: 0, updated: 0, bookmarks: 1 });
  });

  test('marks without their article are left', async () => {
    await bring(await backupOf([{ kind: 'marks', id: 'c'.repeat(32), record: { star: true, archived: false, tags: [], deletedAt: 0 } }]));
    expect([...area.stored.keys()].filter((key) => key.startsWith('m:'))).toEqual([]);
  });

  test('a full store stops it with the reason, and what came in until then is whole', async () => {
    const saved = await Promise.all([1, 2, 3].map((n) => record(10, { url: `https://example.com/${n}` })));
    const plan = await planOf(await backupOf(await Promise.all(saved.map(entryOf))));
    area.fault = (call, keys) => {
      if (call === 'set' && keys.includes(toStoredKey(`article:${saved[1]?.id}`))) throw new Error('quota exceeded');
    };
    expect(await applyImport(plan, unwatched)).toEqual({ added: 1, updated: 0, bookmarks: 0, stopped: 'quota' });
    expect((await listSaved()).map(({ url }) => url)).toEqual(['https://example.com/1']);
  });

  test('it can be cancelled, and tells how far it is', async () => {
    const saved = await Promise.all([1, 2, 3].map((n) => record(10, { url: `https://example.com/${n}` })));
    const plan = await planOf(await backupOf(await Promise.all(saved.map(entryOf))));
    const stop = new AbortController();
    const told: [number, number][] = [];
    const outcome = await applyImport(plan, { signal: stop.signal, onProgress: (done, total) => { told.push([done, total]); if (done === 2) stop.abort(); } });
    expect([outcome.added, outcome.stopped, told]).toEqual([2, 'cancelled', [[1, 3], [2, 3]]]);
  });

  test('a bookmark waits until its article is saved', async () => {
    const later = await bookmark('https://example.com/later');
    await addBookmarks([later, later]);
    expect(await listBookmarks()).toEqual([later]);
    await save({ url: later.url });
    expect(await listBookmarks()).toEqual([]);
  });
});

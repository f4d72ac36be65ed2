// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { moveToBin } from '../../src/library/bin.ts';
import { findSavedByUrl, getSaved, onLibraryChange, saveArticle } from '../../src/library/library.ts';
import { readIndex } from '../../src/library/library-index.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { makeArticle } from './articles.ts';
import { listSaved } from './list-saved.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
  vi.useRealTimers();
});

async function saved(fields: Parameters<typeof makeArticle>[0] = {}): Promise<string> {
  const outcome = await saveArticle(makeArticle(fields));
  if (outcome.kind !== 'saved') throw new Error(outcome.reason);
  return outcome.id;
}

function titles(): Promise<string[]> {
  return listSaved().then((entries) => entries.map(({ title }) => title));
}

/** Each call to the store that saving one more article makes, with the number of records and of the bytes in them, in a library of so many. */
async function trafficOfSave(size: number): Promise<{ call: string; records: number; bytes: number }[]> {
  // The same moment for both: packed, one moment may take a byte more than another.
  vi.useFakeTimers({ toFake: ['Date'], now: 5000 });
  const pattern = await saved({ url: 'https://example.com/pattern' });
  const [article = '', row = ''] = ['article', 'meta'].map((kind) => area.stored.get(toStoredKey(`${kind}:${pattern}`)));
  for (let index = 1000; index < 1000 + size; index += 1) {
    const id = `${index}`.padStart(32, '0');
    area.stored.set(toStoredKey(`article:${id}`), article.replaceAll(pattern, id));
    area.stored.set(toStoredKey(`meta:${id}`), row.replaceAll(pattern, id));
  }
  // Puts the head of the list right, as every look at the list does.
  expect((await listSaved()).length).toBeGreaterThan(size);
  const traffic: Awaited<ReturnType<typeof trafficOfSave>> = [];
  const [getKeys, set] = [vi.spyOn(area, 'getKeys').mockClear(), vi.spyOn(area, 'set').mockClear()];
  area.fault = (call, keys) => traffic.push({ call, records: keys.length, bytes: keys.reduce((sum, key) => sum + (area.stored.get(key)?.length ?? 0), 0) });
  await saved({ url: 'https://example.com/one-more' });
  area.fault = () => undefined;
  const written = set.mock.calls.map(([records]) => ({ call: 'set', records: Object.keys(records).length, bytes: JSON.stringify(records).length }));
  const listed = getKeys.mock.calls.map(() => ({ call: 'getKeys', records: area.stored.size, bytes: 0 }));
  area.stored.clear();
  return [...traffic.filter(({ call }) => call !== 'set'), ...written, ...listed];
}

describe('saving', () => {
  test('an article comes back as it was', async () => {
    const id = await saved();
    expect((await getSaved(id))?.article).toEqual(makeArticle());
  });

  test('two saves at once lose nothing', async () => {
    const urls = Array.from({ length: 20 }, (_, index) => `https://example.com/post/${index}`);
    const outcomes = await Promise.all(urls.map((url) => saveArticle(makeArticle({ url }))));
    expect(outcomes.every(({ kind }) => kind === 'saved')).toBe(true);
    expect((await listSaved()).map(({ url }) => url).sort()).toEqual(urls.sort());
  });

  test('what a save reads and writes does not grow with the library', async () => {
    const [few, many] = [await trafficOfSave(100), await trafficOfSave(900)];
    expect(many).toEqual(few);
    expect(few.filter(({ call }) => call === 'set')).toHaveLength(1);
    // The article and what waits for it, the head of the list, what was said of it; and both records that were written.
    expect(few.filter(({ call }) => call === 'get')).toHaveLength(6);
  });

  test('the same article saved twice at once is saved and then updated', async () => {
    const outcomes = await Promise.all([saveArticle(makeArticle()), saveArticle(makeArticle({ title: '再版' }))]);
    expect(outcomes.map((outcome) => outcome.kind === 'saved' && outcome.updated)).toEqual([false, true]);
    expect(await titles()).toEqual(['再版']);
  });

  test('saving again keeps the first time and notes the second', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    const id = await saved();
    vi.setSystemTime(5000);
    await saved({ title: '再版', url: 'http://example.com/post/1?utm_source=feed#top' });
    expect(await getSaved(id)).toMatchObject({ savedAt: 1000, updatedAt: 5000, article: { title: '再版' } });
  });

  test('a clock that was set back does not make what is saved later count as older', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 5000 });
    const id = await saved();
    vi.setSystemTime(1000);
    await saved({ title: '再版' });
    expect(await getSaved(id)).toMatchObject({ savedAt: 5000, updatedAt: 5001, article: { title: '再版' } });
  });

  test.each([
    'Resource::kQuotaBytes quota exceeded',
    'IO error: 000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
    'NS_ERROR_FILE_NO_DEVICE_SPACE',
  ])('a full store says so, in the words “%s”, and the article kept before stays', async (words) => {
    const id = await saved();
    area.fault = (call) => {
      if (call === 'set') throw new Error(words);
    };
    expect(await saveArticle(makeArticle({ title: '再版' }))).toEqual({ kind: 'failed', reason: 'quota' });
    expect((await getSaved(id))?.article.title).toBe('冷链物流的下半场');
  });

  test('another failure of the store is no matter of space', async () => {
    area.fault = (call) => {
      if (call === 'set') throw new Error('IO error: lock');
    };
    expect(await saveArticle(makeArticle())).toEqual({ kind: 'failed', reason: 'internal' });
  });

  test.each(['a:', 'i:'])('what the store gives back changed under %s is not called saved', async (prefix) => {
    const set = area.set.bind(area);
    vi.spyOn(area, 'set').mockImplementation(async (records) => {
      await set(records);
      for (const key of area.stored.keys()) {
        if (key.startsWith(prefix)) area.stored.set(key, area.stored.get(key)?.replace(/物流|(?<="packed":".{80})./, 'x') ?? '');
      }
    });
    expect(await saveArticle(makeArticle())).toEqual({ kind: 'failed', reason: 'unreadable-after-write' });
  });

  test('a store that silently keeps what it had is not believed', async () => {
    await saved();
    const set = area.set.bind(area);
    vi.spyOn(area, 'set').mockImplementation((records) => set(Object.fromEntries(Object.entries(records).filter(([key]) => !key.startsWith('a:')))));
    expect(await saveArticle(makeArticle({ textContent: '改过的' }))).toEqual({ kind: 'failed', reason: 'unreadable-after-write' });
  });

  test('half a surrogate pair, which no store keeps, does not stand in the way', async () => {
    const id = await saved({ title: '表情\ud83d' });
    expect((await getSaved(id))?.article.title).toBe('表情\ufffd');
  });

  test.each([
    ['no address of a page', makeArticle({ url: 'javascript:alert(1)' })],
    ['a missing field', { ...makeArticle(), outline: undefined }],
    ['a field of another type', { ...makeArticle(), title: 7 }],
    ['a malformed row of the outline', { ...makeArticle(), outline: [{ id: 's1', text: 1, depth: 1 }] }],
  ])('%s is refused', async (_name, article) => {
    expect(await saveArticle(article as never)).toEqual({ kind: 'failed', reason: 'invalid' });
    expect(area.stored.size).toBe(0);
  });
});

describe('finding, deleting, restoring', () => {
  test('the list is newest first', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const [now, title] of [[2000, '乙'], [3000, '丙'], [1000, '甲']] as const) {
      vi.setSystemTime(now);
      await saved({ title, url: `https://example.com/${now}` });
    }
    expect(await titles()).toEqual(['丙', '乙', '甲']);
  });

  test('an article is found by a decorated address, and no other by it', async () => {
    await saved();
    expect(await findSavedByUrl('https://example.com/post/1?from=timeline#s2')).toMatchObject({ title: '冷链物流的下半场' });
    expect(await findSavedByUrl('https://example.com/post/2')).toBeUndefined();
    expect(await findSavedByUrl('about:blank')).toBeUndefined();
  });

  test('a change is told until the signal is aborted; a setting is none', async () => {
    const stop = new AbortController();
    const heard = vi.fn();
    onLibraryChange(heard, stop.signal);
    const id = await saved();
    await area.set({ 'setting:theme': 'dark' });
    await moveToBin([id]);
    expect(heard.mock.calls).toEqual([[[id]], [[id]]]);
    stop.abort();
    await saved();
    expect(heard).toHaveBeenCalledTimes(2);
    expect(area.onChanged.size).toBe(0);
  });
});

describe('damage', () => {
  test('a row that is gone, broken or another article’s is made again', async () => {
    const ids = [await saved({ url: 'https://example.com/a' }), await saved({ url: 'https://example.com/b' }), await saved({ url: 'https://example.com/c' })];
    const before = new Map(area.stored);
    area.stored.delete(toStoredKey(`meta:${ids[0]}`));
    area.stored.set(toStoredKey(`meta:${ids[1]}`), '{"schema":1,"entry":{"id":7}}');
    area.stored.set(toStoredKey(`meta:${ids[2]}`), before.get(toStoredKey(`meta:${ids[0]}`)) ?? '');
    expect((await listSaved()).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(new Map([...area.stored].filter(([key]) => before.has(key)))).toEqual(before);
  });

  test('a row without its article is not listed', async () => {
    const id = await saved();
    area.stored.delete(toStoredKey(`article:${id}`));
    expect(await listSaved()).toEqual([]);
  });

  test.each([
    ['malformed', '"nonsense"'],
    ['malformed', '{"schema":1,"id":"broken"}'],
    ['newer', '{"schema":99,"id":"broken"}'],
  ])('a %s record is named and left alone, the rest is listed', async (fault, stored) => {
    await saved();
    area.stored.set('article:broken', stored);
    const { entries, broken } = await readIndex();
    expect(entries).toHaveLength(1);
    expect(broken).toEqual([{ key: 'article:broken', id: 'broken', fault }]);
    expect(area.stored.get('article:broken')).toBe(stored);
    expect(await getSaved('broken')).toBeUndefined();
  });

  test('an article under the key of another one does not count as that one', async () => {
    const id = await saved();
    area.stored.set('article:stray', area.stored.get(toStoredKey(`article:${id}`)) ?? '');
    expect(await getSaved('stray')).toBeUndefined();
    expect((await readIndex()).broken).toEqual([{ key: 'article:stray', id: 'stray', fault: 'malformed' }]);
  });

  test('a record that the browser cannot read does not keep the others from being read', async () => {
    const ids = [await saved({ url: 'https://example.com/a' }), await saved({ url: 'https://example.com/b' })];
    for (const id of ids) area.stored.delete(toStoredKey(`meta:${id}`));
    area.fault = (call, keys) => {
      if (call === 'get' && keys.includes(toStoredKey(`article:${ids[0]}`))) throw new Error('corruption');
    };
    const { entries, broken } = await readIndex();
    expect(entries.map(({ id }) => id)).toEqual([ids[1]]);
    expect(broken).toEqual([{ key: `article:${ids[0]}`, id: ids[0], fault: 'unreadable' }]);
  });

  test('a browser that cannot name its keys is listed all the same', async () => {
    Object.defineProperty(area, 'getKeys', { value: undefined, configurable: true });
    await saved();
    expect(await titles()).toEqual(['冷链物流的下半场']);
    Reflect.deleteProperty(area, 'getKeys');
  });

  test('an article of a newer version is not overwritten by this one', async () => {
    const id = await saved();
    area.stored.set(toStoredKey(`article:${id}`), '{"schema":99}');
    expect(await saveArticle(makeArticle())).toEqual({ kind: 'failed', reason: 'internal' });
    expect(area.stored.get(toStoredKey(`article:${id}`))).toBe('{"schema":99}');
  });
});

// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { keepAnnotation, readAnnotations } from '../../src/library/annotations.ts';
import type { Annotation } from '../../src/library/annotation.ts';
import { binPeriod, letGo, moveToBin, removeExpired, removeForGood, takeFromBin } from '../../src/library/bin.ts';
import { findSavedByUrl, getSaved } from '../../src/library/library.ts';
import { changeMarks, readMarks, tidyTag } from '../../src/library/marks.ts';
import { saveProgress } from '../../src/library/progress.ts';
import { readFirstRows, readRows } from '../../src/library/rows.ts';
import { fromStoredKey, toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { listSaved } from './list-saved.ts';
import { saveNamed } from './save-named.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const save = (title: string, now = 1000): Promise<string> => saveNamed(title, now);

/** What the store has of one article. */
function keysOf(id: string): string[] {
  return [...area.stored.keys()].map(fromStoredKey).filter((key) => key.endsWith(id));
}

const highlight: Annotation = { id: 'n', exact: '成本', prefix: '', suffix: '', start: 0, end: 2, colour: 'green', note: '要问', createdAt: 1 };

const firstTitles = async (): Promise<string[]> => (await readFirstRows()).rows.map(({ title }) => title);

describe('the bin', () => {
  test('takes an article out of the list and gives it back with all that was said about it', async () => {
    const id = await save('a');
    await changeMarks([id], (marks) => ({ ...marks, star: true, tags: ['冷链'] }));
    await saveProgress(id, 0.5, '');
    await moveToBin([id]);
    expect(await listSaved()).toEqual([]);
    expect(await findSavedByUrl('https://example.com/a')).toBeUndefined();
    await takeFromBin([id]);
    expect(await listSaved()).toMatchObject([{ id, star: true, tags: ['冷链'], fraction: 0.5 }]);
  });

  test('keeps highlights and notes with their article, and lets them go with it', async () => {
    const id = await save('a');
    await keepAnnotation('https://example.com/a', highlight);
    await moveToBin([id]);
    await takeFromBin([id]);
    expect(await readAnnotations(id)).toEqual([highlight]);
    await moveToBin([id]);
    await removeExpired(Date.now() + binPeriod);
    expect(await readAnnotations(id)).toEqual([]);
    expect(keysOf(id)).toEqual([]);
  });

  test('is emptied of what is older than thirty days, and of nothing else', async () => {
    const ids = [await save('old'), await save('new'), await save('kept')];
    const now = 10 * binPeriod;
    vi.useFakeTimers({ toFake: ['Date'], now: now - binPeriod });
    await moveToBin(ids.slice(0, 1));
    vi.setSystemTime(now - binPeriod + 1);
    await moveToBin(ids.slice(1, 2));
    vi.useRealTimers();
    await removeExpired(now);
    expect((await readRows()).rows.map(({ title }) => title).sort()).toEqual(['kept', 'new']);
    expect(keysOf(ids[0] ?? '')).toEqual([]);
  });

  test('gives back what is taken out while the sweep waits for its turn', async () => {
    const id = await save('a');
    await moveToBin([id]);
    await Promise.all([removeExpired(Date.now() + 2 * binPeriod), takeFromBin([id])]);
    expect(await listSaved()).toMatchObject([{ id }]);
  });

  test('what is let go has a way back until the sweep; what is saved again meanwhile stays, and so does what is not in it', async () => {
    const ids = [await save('a'), await save('b'), await save('c'), await save('d')];
    await moveToBin(ids.slice(0, 3));
    const wayBack = await letGo(ids);
    await save('b');
    await removeExpired(Date.now());
    expect((await listSaved()).map(({ title }) => title).sort()).toEqual(['b', 'd']);
    expect(await getSaved(ids[0] ?? '')).toBeUndefined();
    await wayBack();
    expect((await listSaved()).map(({ title }) => title).sort()).toEqual(['b', 'd']);
    await moveToBin(ids.slice(3));
    await (await letGo(ids.slice(3)))();
    await removeExpired(Date.now());
    expect(await getSaved(ids[3] ?? '')).toBeDefined();
    await takeFromBin(ids.slice(3));
    expect((await listSaved()).map(({ title }) => title).sort()).toEqual(['b', 'd']);
  });

  test('an article that is saved again comes out of it', async () => {
    const id = await save('a');
    await moveToBin([id]);
    await save('a');
    expect(await firstTitles()).toEqual(['a']);
    expect((await readMarks([id])).get(id)?.deletedAt).toBe(0);
  });

  test('whoever is ended at any call of a removal leaves all of an article or nothing', async () => {
    const id = await save('a');
    await changeMarks([id], (marks) => ({ ...marks, star: true }));
    await listSaved();
    const before = new Map(area.stored);
    for (let ended = 1; ; ended += 1) {
      area.stored.clear();
      for (const [key, record] of before) area.stored.set(key, record);
      let calls = 0;
      area.fault = () => {
        calls += 1;
        if (calls >= ended) throw new Error('the page is gone');
      };
      await removeForGood([id]).catch(() => undefined);
      area.fault = () => undefined;
      expect([3, 0], `ended at call ${ended}`).toContain(keysOf(id).length);
      expect((await readFirstRows()).total, `ended at call ${ended}`).toBe(keysOf(id).length === 0 ? 0 : 1);
      if (calls < ended) break;
    }
    expect(keysOf(id)).toEqual([]);
  });

  test('what is removed for good leaves no key behind', async () => {
    const id = await save('a');
    await changeMarks([id], (marks) => ({ ...marks, star: true }));
    await saveProgress(id, 0.5, '');
    await keepAnnotation('https://example.com/a', highlight);
    expect(keysOf(id)).toHaveLength(5);
    await removeForGood([id]);
    expect(keysOf(id)).toEqual([]);
  });
});

describe('marks', () => {
  test('two changes at once are both kept', async () => {
    const id = await save('a');
    await Promise.all([
      changeMarks([id], (marks) => ({ ...marks, tags: [...marks.tags, '一'] })),
      changeMarks([id], (marks) => ({ ...marks, tags: [...marks.tags, '二'] })),
    ]);
    expect((await readMarks([id])).get(id)?.tags).toEqual(['一', '二']);
  });

  test('a tag is tidy and stands once', async () => {
    expect(tidyTag(' ＃冷链　 物流 ')).toBe('冷链 物流');
    const id = await save('a');
    await changeMarks([id], (marks) => ({ ...marks, tags: ['#冷链', '冷链 ', '', '  '] }));
    expect((await readMarks([id])).get(id)?.tags).toEqual(['冷链']);
  });

  test('a change is taken back for each as it was, but not what somebody has changed since', async () => {
    const ids = [await save('a'), await save('b')];
    await changeMarks(ids.slice(0, 1), (marks) => ({ ...marks, tags: ['旧'] }));
    const wayBack = await changeMarks(ids, (marks) => ({ ...marks, star: true }));
    await changeMarks(ids.slice(1), (marks) => ({ ...marks, tags: ['新'] }));
    await wayBack();
    const marks = await readMarks(ids);
    expect(ids.map((id) => marks.get(id))).toMatchObject([{ star: false, tags: ['旧'] }, { star: true, tags: ['新'] }]);
  });

  test('that do not change are not written', async () => {
    const id = await save('a');
    const set = vi.spyOn(area, 'set');
    await changeMarks([id], (marks) => ({ ...marks, star: false }));
    expect(set).not.toHaveBeenCalled();
    await changeMarks([id], (marks) => ({ ...marks, star: true }));
    expect(set).toHaveBeenCalledOnce();
  });

  test.each<[string, (key: string) => void]>([
    ['a later version wrote', (key) => { area.stored.set(key, '{"schema":2,"star":true,"archived":false,"tags":["甲"],"deletedAt":0,"shelf":"x"}'); }],
    ['cannot be read', (key) => { area.fault = (call, keys) => { if (call === 'get' && keys.includes(key)) throw new Error('bad block'); }; }],
  ])('what %s is not written over', async (_name, spoil) => {
    const id = await save('a');
    const key = toStoredKey(`marks:${id}`);
    await changeMarks([id], (marks) => ({ ...marks, tags: ['甲'] }));
    spoil(key);
    const before = area.stored.get(key);
    await expect(changeMarks([id], (marks) => ({ ...marks, star: true }))).rejects.toThrow('not to be written over');
    await save('a', 9000);
    expect(area.stored.get(key)).toBe(before);
  });

  test('a broken record counts as nothing said, and the article stays', async () => {
    const id = await save('a');
    area.stored.set(toStoredKey(`marks:${id}`), '{"star":"yes"}');
    expect(await listSaved()).toMatchObject([{ id, star: false, tags: [] }]);
  });

  test('are kept when the article is saved anew', async () => {
    const id = await save('a');
    await changeMarks([id], (marks) => ({ ...marks, star: true }));
    await save('a', 9000);
    expect(await listSaved()).toMatchObject([{ id, star: true, savedAt: 1000, updatedAt: 9000 }]);
  });
});

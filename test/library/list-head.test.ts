// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { moveToBin, removeForGood } from '../../src/library/bin.ts';
import { changeMarks } from '../../src/library/marks.ts';
import { readFirstRows, readRows } from '../../src/library/rows.ts';
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

const firstTitles = async (): Promise<string[]> => (await readFirstRows()).rows.map(({ title }) => title);

describe('the head of the list', () => {
  const reads = (): string[] => vi.mocked(area.get).mock.calls.flatMap(([keys]) => [keys ?? []].flat());

  test('follows saving, updating, archiving and deleting without the list being read', async () => {
    await listSaved();
    const ids = [await save('a', 1000), await save('b', 2000), await save('c', 3000)];
    await save('a', 4000);
    const keysRead = vi.spyOn(area, 'getKeys');
    expect(await firstTitles()).toEqual(['c', 'b', 'a']);
    await changeMarks([ids[2] ?? ''], (marks) => ({ ...marks, archived: true }));
    expect(await firstTitles()).toEqual(['b', 'a']);
    await moveToBin([ids[1] ?? '']);
    expect(await readFirstRows()).toMatchObject({ rows: [{ title: 'a' }], total: 1 });
    expect(keysRead).not.toHaveBeenCalled();
  });

  test('reads no more than its own rows', async () => {
    await listSaved();
    for (let index = 0; index < 90; index += 1) await save(`${index}`, 1000 + index);
    vi.spyOn(area, 'get');
    const first = await readFirstRows();
    expect(first.total).toBe(90);
    expect(first.rows).toHaveLength(60);
    expect(first.rows[0]?.title).toBe('89');
    expect(reads().filter((key) => key.startsWith('i:') || key.startsWith('a:'))).toEqual([]);
  });

  test.each(['null', '{"total":"many"}', undefined])('that is %s is made again from the list', async (stored) => {
    await listSaved();
    await save('a');
    if (stored === undefined) area.stored.delete('head');
    else area.stored.set('head', stored);
    expect(await firstTitles()).toEqual(['a']);
    expect(JSON.parse(area.stored.get('head') ?? '')).toMatchObject({ total: 1, entries: [{ title: 'a' }] });
  });

  test('what is removed out of the list, without the bin, no longer counts', async () => {
    await listSaved();
    const ids = [await save('a', 1000), await save('b', 2000)];
    const written = vi.spyOn(area, 'set');
    await removeForGood(ids.slice(0, 1));
    // A store that is full has no room for another head.
    expect(written).not.toHaveBeenCalled();
    expect(await readFirstRows()).toMatchObject({ rows: [{ title: 'b' }], total: 1 });
  });

  test('what is saved while the list is read stays in the head that is put right', async () => {
    await listSaved();
    await save('a', 1000);
    area.stored.set('head', JSON.stringify({ ...(JSON.parse(area.stored.get('head') ?? '') as object), total: 5 }));
    const getKeys = area.getKeys.bind(area);
    vi.spyOn(area, 'getKeys').mockImplementationOnce(async () => {
      const keys = await getKeys();
      await save('b', 2000);
      return keys;
    });
    expect((await readRows()).rows).toHaveLength(1);
    expect(await firstTitles()).toEqual(['b', 'a']);
    expect((await readRows()).rows).toHaveLength(2);
    expect(await readFirstRows()).toMatchObject({ total: 2 });
  });

  test('an article that comes back from the archive is in it', async () => {
    await listSaved();
    const id = await save('a');
    await changeMarks([id], (marks) => ({ ...marks, archived: true }));
    await changeMarks([id], (marks) => ({ ...marks, archived: false }));
    expect(await readFirstRows()).toMatchObject({ rows: [{ title: 'a' }], total: 1 });
  });

  test('a deletion that leaves too few rows for a window has the list read again', async () => {
    await listSaved();
    const ids: string[] = [];
    for (let index = 0; index < 90; index += 1) ids.push(await save(`${index}`, 1000 + index));
    await moveToBin(ids.slice(40));
    expect((await readFirstRows()).rows).toHaveLength(40);
  });
});

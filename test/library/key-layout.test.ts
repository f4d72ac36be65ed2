// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { createKeyLayout } from '../../src/library/key-layout.ts';
import { fromStoredKey, toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

/** A library as it was kept before: each record under the key that the library calls it by. */
function fillAsBefore(count: number): Map<string, string> {
  const ids = Array.from({ length: count }, (_, index) => index.toString(16).padStart(32, 'a'));
  const ofAll = ids.flatMap((id) => ['article', 'meta'].map((kind) => `${kind}:${id}`));
  const ofOne = ['marks', 'progress', 'annotations', 'bookmark'].map((kind) => `${kind}:${ids[0]}`);
  for (const key of [...ofAll, ...ofOne, 'head', 'kept-kinds:example.com']) area.stored.set(key, JSON.stringify({ of: key }));
  return new Map(area.stored);
}

function asToday(before: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...before].map(([key, record]) => [toStoredKey(key), record]));
}

test('every record of an older version is found under the key of today, and nothing is left of the old ones', async () => {
  const before = fillAsBefore(60);
  await createKeyLayout().settled();
  expect(area.stored).toEqual(asToday(before));
});

test('whoever is ended at any call leaves every record, and the next one goes on', async () => {
  const before = fillAsBefore(45);
  for (let ended = 1; ; ended += 1) {
    area.stored.clear();
    for (const [key, record] of before) area.stored.set(key, record);
    let calls = 0;
    area.fault = () => {
      calls += 1;
      if (calls >= ended) throw new Error('the worker is gone');
    };
    await createKeyLayout().settled();
    area.fault = () => undefined;
    expect(new Map([...area.stored].map(([key, record]) => [fromStoredKey(key), record])), `ended at call ${ended}`).toEqual(before);
    await createKeyLayout().settled();
    expect(area.stored, `ended at call ${ended}`).toEqual(asToday(before));
    if (calls < ended) break;
  }
});

test('what was written under the key of today stays', async () => {
  const before = fillAsBefore(2);
  const [old = ''] = [...before.keys()].filter((key) => key.startsWith('article:'));
  area.stored.set(toStoredKey(old), '"newer"');
  await createKeyLayout().settled();
  expect(area.stored).toEqual(asToday(before).set(toStoredKey(old), '"newer"'));
});

test('a store that gives back something else than was written keeps the old records', async () => {
  const before = fillAsBefore(2);
  const set = area.set.bind(area);
  vi.spyOn(area, 'set').mockImplementation((records) => set(Object.fromEntries(Object.keys(records).map((key) => [key, 'rubbish']))));
  await createKeyLayout().settled();
  expect(Object.fromEntries(area.stored)).toMatchObject(Object.fromEntries(before));
});

test('a record that cannot be read stays where it is, and the others move', async () => {
  const before = fillAsBefore(3);
  const [bad = ''] = [...before.keys()].filter((key) => key.startsWith('article:'));
  area.fault = (call, keys) => {
    if (call === 'get' && keys.includes(bad)) throw new Error('corruption');
  };
  await createKeyLayout().settled();
  const expected = asToday(before);
  expected.delete(toStoredKey(bad));
  expect(area.stored).toEqual(expected.set(bad, before.get(bad) ?? ''));
});

test('many at once move all of it once', async () => {
  const before = fillAsBefore(50);
  await Promise.all(Array.from({ length: 4 }, () => createKeyLayout().settled()));
  expect(area.stored).toEqual(asToday(before));
});

test('a store of today is asked for its mark alone, and an empty one is left empty until something is kept', async () => {
  expect(await createKeyLayout().settled()).toEqual({ layout: 2 });
  expect(area.stored.size).toBe(0);
  await area.set({ layout: 2 });
  const [keys, set] = [vi.spyOn(area, 'getKeys'), vi.spyOn(area, 'set')];
  expect(await createKeyLayout().settled()).toEqual({});
  expect(keys).not.toHaveBeenCalled();
  expect(set).not.toHaveBeenCalled();
});

test('a mark and keys of a later version are left, and with the next record that one is told to look at all keys again', async () => {
  for (const [key, record] of asToday(fillAsBefore(2)).set('layout', '3').set('z:later', '"kept"')) area.stored.set(key, record);
  for (const key of [...area.stored.keys()]) if (toStoredKey(key) !== key) area.stored.delete(key);
  const before = new Map(area.stored);
  expect(await createKeyLayout().settled()).toEqual({ layout: 2 });
  expect(area.stored).toEqual(before);
});

test('whoever reads first finds what stood under an old key', async () => {
  const { local, readRecords } = await freshStore();
  const key = `article:${'7'.repeat(32)}`;
  await local.set({ [key]: '旧' });
  expect((await readRecords([key])).records).toEqual(new Map([[key, '旧']]));
});

test('the first record that is kept brings the mark along', async () => {
  const { local, writeRecords } = await freshStore();
  await writeRecords({ head: null });
  expect(await local.get(null)).toEqual({ head: null, layout: 2 });
});

/** As in a page that has just been opened. */
async function freshStore() {
  vi.resetModules();
  const { readRecords, writeRecords } = await import('../../src/library/record-store.ts');
  const { default: { storage: { local } } } = await import('webextension-polyfill');
  return { local, readRecords, writeRecords };
}

// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { moveToBin, removeForGood } from '../../src/library/bin.ts';
import { createRowsReader } from '../../src/library/kept-rows.ts';
import { isKept } from '../../src/library/marks.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { saveNamed } from './save-named.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;
const life = { controller: new AbortController() };

beforeEach(() => {
  area.stored.clear();
  life.controller = new AbortController();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(() => {
  life.controller.abort();
  area.fault = () => undefined;
  vi.restoreAllMocks();
});

/** How many records each reading asks for. */
function watchReading(): number[] {
  const asked: number[] = [];
  area.fault = (call, keys) => { if (call === 'get') asked.push(keys.length); };
  return asked;
}

test('what is saved, thrown away and removed is read alone', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 30; index += 1) ids.push(await saveNamed(`第${index}篇`));
  const read = createRowsReader(life.controller.signal);
  expect((await read()).map(({ title }) => title)).toHaveLength(30);
  await saveNamed('后来');
  await moveToBin([ids[3] ?? '']);
  await removeForGood([ids[4] ?? '']);
  const asked = watchReading();
  const rows = await read();
  expect(rows[0]?.title).toBe('后来');
  expect(rows).toHaveLength(30);
  expect(rows.filter((row) => !isKept(row)).map(({ id }) => id)).toEqual([ids[3]]);
  expect(rows.some(({ id }) => id === ids[4])).toBe(false);
  expect(Math.max(...asked)).toBeLessThan(10);
  asked.length = 0;
  await read();
  expect(Math.max(0, ...asked)).toBe(0);
});

test('two readings at once and one that fails lose no change', async () => {
  await saveNamed('一');
  const read = createRowsReader(life.controller.signal);
  await Promise.all([read(), saveNamed('二'), read()]);
  const third = await saveNamed('三');
  vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new Error('no locks now')) } });
  // A row that is missing is made again under the lock.
  area.stored.delete(toStoredKey(`meta:${third}`));
  await expect(read()).rejects.toThrow('no locks now');
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  const last = await Promise.all([read(), read()]);
  for (const rows of last) expect(rows.map(({ title }) => title).sort()).toEqual(['一', '三', '二']);
});

test('a reading that began before a change and ends late does not undo it', async () => {
  await saveNamed('一');
  const read = createRowsReader(life.controller.signal);
  const keys = await area.getKeys();
  vi.spyOn(area, 'getKeys').mockImplementationOnce(() => new Promise((resolve) => setTimeout(() => resolve(keys), 200)));
  const slow = read();
  await saveNamed('二');
  await Promise.all([slow, read()]);
  expect((await read()).map(({ title }) => title).sort()).toEqual(['一', '二']);
});

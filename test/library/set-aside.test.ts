// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { readRows } from '../../src/library/rows.ts';
import { openArticle } from '../../src/library/set-aside.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { saveNamed } from './save-named.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

async function listed(): Promise<{ titles: string[]; broken: [string, string][] }> {
  const { rows, broken } = await readRows();
  return { titles: rows.map(({ title }) => title).sort(), broken: broken.map(({ id, fault }) => [id, fault]) };
}

test('an article that is whole is opened, one that is not there is not', async () => {
  const id = await saveNamed('一');
  expect(await openArticle(id)).toMatchObject({ id, article: { title: '一' } });
  expect(await openArticle('0'.repeat(32))).toBeUndefined();
});

test('an article of which only the packing is damaged is set aside when it is opened, and comes back once it can be read', async () => {
  const id = await saveNamed('坏了的');
  await saveNamed('好的');
  await listed();
  const key = toStoredKey(`article:${id}`);
  const whole = area.stored.get(key) ?? '';
  area.stored.set(key, JSON.stringify({ ...(JSON.parse(whole) as object), packed: 'damaged!' }));
  expect((await listed()).titles).toEqual(['坏了的', '好的']);
  expect(await openArticle(id)).toBe('malformed');
  expect(await listed()).toEqual({ titles: ['好的'], broken: [[id, 'malformed']] });
  expect(area.stored.has(key)).toBe(true);
  area.stored.set(key, whole);
  expect(await listed()).toEqual({ titles: ['坏了的', '好的'], broken: [] });
});

test('one that could not be read for a moment is opened, and stays in the list', async () => {
  const id = await saveNamed('一');
  let failures = 2;
  area.fault = (call, keys) => {
    if (call === 'get' && keys.includes(toStoredKey(`article:${id}`)) && (failures -= 1) >= 0) throw new Error('the disk is busy');
  };
  expect(await openArticle(id)).toMatchObject({ id });
  expect(await listed()).toEqual({ titles: ['一'], broken: [] });
});

test('where the store takes nothing, the fault is told all the same', async () => {
  const id = await saveNamed('一');
  area.stored.set(toStoredKey(`article:${id}`), '"rubbish"');
  area.fault = (call) => { if (call === 'remove') throw new Error('the disk is full'); };
  expect(await openArticle(id)).toBe('malformed');
});

// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { keepKind, readKeptKinds } from '../../src/library/kept-kinds.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  area.stored.clear();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});

test('kinds are kept for each site alone, each once, also when chosen at once', async () => {
  const choose = (site: string, group: 'reward' | 'bio'): Promise<void> => keepKind({ site, group, keep: true });
  await Promise.all([choose('a.cn', 'reward'), choose('a.cn', 'bio'), choose('b.cn', 'bio'), choose('a.cn', 'reward')]);
  expect((await readKeptKinds('a.cn')).sort()).toEqual(['bio', 'reward']);
  expect(await readKeptKinds('b.cn')).toEqual(['bio']);
  expect(await readKeptKinds('c.cn')).toEqual([]);
});

test('the last kind that is let go takes its record along', async () => {
  await keepKind({ site: 'a.cn', group: 'reward', keep: true });
  await keepKind({ site: 'a.cn', group: 'reward', keep: false });
  expect([...area.stored.keys()].filter((key) => key.startsWith('kept-kinds:'))).toEqual([]);
});

test('a record that cannot be read is not written over', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await keepKind({ site: 'a.cn', group: 'reward', keep: true });
  area.fault = (call, keys) => { if (call === 'get' && keys.includes('kept-kinds:a.cn')) throw new Error('bad block'); };
  await expect(keepKind({ site: 'a.cn', group: 'bio', keep: true })).rejects.toThrow('not to be written over');
  area.fault = () => undefined;
  expect(await readKeptKinds('a.cn')).toEqual(['reward']);
});

test('what is no kind is not read', async () => {
  area.stored.set('kept-kinds:a.cn', JSON.stringify(['reward', 'nonsense', 7]));
  area.stored.set('kept-kinds:b.cn', JSON.stringify({ reward: true }));
  expect([await readKeptKinds('a.cn'), await readKeptKinds('b.cn')]).toEqual([['reward'], []]);
});

test('a kind that there is not is not kept', async () => {
  await expect(keepKind({ site: 'example.com', group: 'everything' as never, keep: true })).rejects.toThrow('nothing of this kind');
  expect(await readKeptKinds('example.com')).toEqual([]);
});

// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { measureRoom } from '../../src/library/room.ts';
import * as store from '../../src/library/pictures/picture-store.ts';
import { rowOf } from '../ui/list/fake-library.ts';
import type { createFakePictureStore } from './pictures/fake-picture-store.ts';

vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { getBytesInUse: async (keys: string[] | null) => (keys === null ? 1000 : keys.length) } } } }));
vi.mock('../../src/library/pictures/picture-store.ts', async () => (await import('./pictures/fake-picture-store.ts')).createFakePictureStore());

const { state } = store as unknown as ReturnType<typeof createFakePictureStore>;
vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 5000 }) } });

const use = (id: string, hash: string, size: number) => ({ id, address: `https://p.example/${id}/${hash}`, hash, size });
const rows = [rowOf('long', '长文', 3, { length: 90_000 }), rowOf('pictured', '图多', 2, { length: 10 }), rowOf('binned', '扔掉的', 1, { deletedAt: 9 })];

beforeEach(() => { state.fault = undefined; state.uses = []; });

test('pictures count: for all, for the bin, and for the article that has them alone', async () => {
  state.uses = [use('pictured', 'own', 400), use('pictured', 'shared', 300), use('binned', 'shared', 300), use('binned', 'thrown', 70)];
  const { used, quota, bin, largest } = await measureRoom(rows);
  expect({ used, quota, bin }).toEqual({ used: 1770, quota: 5000, bin: { ids: ['binned'], bytes: 73 } });
  expect(largest.map(({ row, bytes }) => [row.id, bytes])).toEqual([['pictured', 403], ['long', 3]]);
});

test('a picture that only going articles have goes with them, once', async () => {
  state.uses = [use('binned', 'both', 50), use('other', 'both', 50)];
  const { bin } = await measureRoom([rowOf('binned', '甲', 1, { deletedAt: 9 }), rowOf('other', '乙', 2, { deletedAt: 9 })]);
  expect(bin.bytes).toBe(3 + 3 + 50);
});

test('an article with short text and many pictures is found among many long ones', async () => {
  state.uses = [use('pictured', 'own', 400)];
  const many = Array.from({ length: 40 }, (_, index) => rowOf(`n${index}`, '长', index + 10, { length: 5000 + index }));
  expect((await measureRoom([...many, ...rows])).largest[0]?.row.id).toBe('pictured');
});

test('where the pictures cannot be read, the articles are named all the same', async () => {
  state.fault = new Error('the database stays shut');
  expect((await measureRoom(rows)).largest).toHaveLength(2);
});

// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { forgetProgress, loadAllProgress, loadProgress, progressIds, saveProgress, setRead } from '../../src/library/progress.ts';
import type { FakeStorageArea } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => area.stored.clear());

test('a reading place comes back as it was left', async () => {
  await saveProgress('a', 0.42, '仓库建好之后');
  expect(await loadProgress('a')).toMatchObject({ fraction: 0.42, anchorText: '仓库建好之后' });
  expect(await loadProgress('b')).toBeUndefined();
});

test.each([[-1, 0], [7, 1], [Number.NaN, 0], [1, 1]])('%d is kept as %d', async (given, kept) => {
  await saveProgress('a', given, '');
  expect((await loadProgress('a'))?.fraction).toBe(kept);
});

test('a broken record counts as unread, and spoils no other', async () => {
  await saveProgress('a', 0.5, '');
  area.stored.set('progress:b', '{"fraction":"half"}');
  expect([...(await loadAllProgress(['a', 'b'])).keys()]).toEqual(['a']);
});

test('an article made unread has no place any more', async () => {
  await saveProgress('a', 0.5, '');
  await saveProgress('b', 0.5, '');
  await forgetProgress(['a']);
  expect(progressIds([...area.stored.keys()])).toEqual(['b']);
});

test('many are read or unread in one write, and the way back leads to the places where one was', async () => {
  const ids = ['a', 'b', 'c'];
  await saveProgress('a', 0.4, '第三节');
  const set = vi.spyOn(area, 'set');
  const wayBack = await setRead(ids, true);
  expect(set).toHaveBeenCalledOnce();
  expect(await fractions(ids)).toEqual([1, 1, 1]);
  await wayBack();
  expect(await loadProgress('a')).toMatchObject({ fraction: 0.4, anchorText: '第三节' });
  expect(await fractions(ids)).toEqual([0.4, undefined, undefined]);
  const again = await setRead(ids, false);
  expect(await fractions(ids)).toEqual([undefined, undefined, undefined]);
  await again();
  expect(await fractions(ids)).toEqual([0.4, undefined, undefined]);
});

async function fractions(ids: readonly string[]): Promise<(number | undefined)[]> {
  const places = await loadAllProgress(ids);
  return ids.map((id) => places.get(id)?.fraction);
}

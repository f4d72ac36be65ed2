import { afterEach, expect, test, vi } from 'vitest';
import { keepGlance, readGlance } from '../../src/library/glance.ts';
import { rowOf } from '../ui/list/fake-library.ts';

const first = { rows: [rowOf('b', '药房写中台', 12, { tags: ['药房'], fraction: 0.5 }), rowOf('a', '订阅的毛利', 10)], total: 2 };

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('what one page has seen the next one begins with', () => {
  expect(readGlance()).toBeUndefined();
  keepGlance(first);
  expect(readGlance()).toEqual(first);
});

test.each([
  ['no JSON', '{"rows":['],
  ['another shape', '[]'],
  ['a row without its title', JSON.stringify({ ...first, rows: [{ ...first.rows[0], title: undefined }] })],
  ['a row without its tags', JSON.stringify({ ...first, rows: [{ ...first.rows[0], tags: undefined }] })],
  ['a row read to no known place', JSON.stringify({ ...first, rows: [{ ...first.rows[0], fraction: null }] })],
])('a copy that is %s is passed over', (_what, stored) => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  localStorage.setItem('glance', stored);
  expect(readGlance()).toBeUndefined();
});

test('a browser that keeps nothing for sites leaves the list to the store', () => {
  const told = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, clear: () => undefined });
  keepGlance(first);
  expect(readGlance()).toBeUndefined();
  expect(told).toHaveBeenCalledTimes(2);
  vi.unstubAllGlobals();
});

function refuse(): never {
  throw new DOMException('denied', 'SecurityError');
}

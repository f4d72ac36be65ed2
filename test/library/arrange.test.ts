// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import type { Arrangement } from '../../src/library/arrange.ts';
import { arrange, facetsOf, plainArrangement, readingOf, rowStates } from '../../src/library/arrange.ts';
import { rowOf } from '../ui/list/fake-library.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const rows = [
  rowOf('e', '五', 15, { length: 300, publishedTime: '2024-01-02', fraction: 0.4, siteName: '账本', byline: '林述', tags: ['冷链', '成本'] }),
  rowOf('d', '四', 14, { length: 900, publishedTime: '', fraction: 1, siteName: '账本', byline: '何田', tags: ['冷链'] }),
  rowOf('c', '三', 13, { length: 300, publishedTime: '2024-05-01T08:00:00+08:00', siteName: '手记', byline: '', star: true }),
  rowOf('b', '二', 12, { length: 100, publishedTime: '2023-12-31', fraction: 0.001, siteName: '手记', byline: '林述', archived: true, star: true }),
  rowOf('a', '一', 11, { length: 200, siteName: '手记', byline: '林述', deletedAt: 5, star: true, tags: ['成本'] }),
];

function ids(changed: Partial<Arrangement>): string {
  return arrange(rows, { ...plainArrangement, ...changed }).map(({ id }) => id).join('');
}

describe('the order', () => {
  test.each([
    ['saved', 'edc'], ['published', 'ced'], ['length', 'dec'], ['unread', 'ced'],
  ] as const)('by %s is %s: what it does not tell apart stays newest first, what has no date comes last', (sort, expected) => {
    expect(ids({ sort })).toBe(expected);
  });
});

describe('the states', () => {
  test.each([
    ['all', 'edc'], ['unread', 'c'], ['reading', 'e'], ['done', 'd'], ['star', 'cb'], ['archived', 'b'], ['bin', 'a'],
  ] as const)('%s has %s', (state, expected) => {
    expect(ids({ state })).toBe(expected);
  });

  test('each row that is kept is unread, begun or done, never two of them', () => {
    expect(rows.map(readingOf)).toEqual(['reading', 'done', 'unread', 'reading', 'unread']);
  });
});

describe('what it can be narrowed to', () => {
  test('site, author and tag go together', () => {
    expect(ids({ site: '账本' })).toBe('ed');
    expect(ids({ site: '账本', author: '林述' })).toBe('e');
    expect(ids({ site: '账本', author: '林述', tag: '冷链' })).toBe('e');
    expect(ids({ site: '手记', tag: '冷链' })).toBe('');
  });

  test('each count is what a press on it leaves, under the choices made beside it', () => {
    for (const chosen of [{}, { state: 'star' }, { site: '手记' }, { tag: '冷链', author: '林述' }] satisfies Partial<Arrangement>[]) {
      const facets = facetsOf(rows, { ...plainArrangement, ...chosen });
      for (const state of rowStates) expect(facets.states[state], `${state} under ${JSON.stringify(chosen)}`).toBe(ids({ ...chosen, state }).length);
      for (const [field, found] of [['site', facets.sites], ['author', facets.authors], ['tag', facets.tags]] as const) {
        for (const { value, count } of found) expect(count, `${field} ${value} under ${JSON.stringify(chosen)}`).toBe(ids({ ...chosen, [field]: value }).length);
      }
    }
  });

  test('the most frequent comes first, and what is empty is none', () => {
    const { sites, authors, tags } = facetsOf(rows, plainArrangement);
    expect(sites).toEqual([{ value: '账本', count: 2 }, { value: '手记', count: 1 }]);
    expect(authors).toEqual([{ value: '何田', count: 1 }, { value: '林述', count: 1 }]);
    expect(tags).toEqual([{ value: '冷链', count: 2 }, { value: '成本', count: 1 }]);
  });

  test('what is there as often as another one stands where one looks for it: numbers in their order', () => {
    const rows = ['账本周刊10', '账本周刊2', '账本周刊1'].map((siteName, index) => rowOf(`${index}`, '题', index, { siteName }));
    expect(facetsOf(rows, plainArrangement).sites.map(({ value }) => value)).toEqual(['账本周刊1', '账本周刊2', '账本周刊10']);
  });

  test('a tag that is called as something that every object has is counted', () => {
    const odd = ['constructor', '__proto__', 'toString'];
    expect(facetsOf([rowOf('x', '怪', 1, { tags: odd })], plainArrangement).tags.map(({ value }) => value).sort()).toEqual([...odd].sort());
    expect(arrange([rowOf('x', '怪', 1, { tags: odd })], { ...plainArrangement, tag: '__proto__' })).toHaveLength(1);
  });
});

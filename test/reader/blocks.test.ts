import { describe, expect, test, vi } from 'vitest';
import type { Block } from '../../src/reader/blocks.ts';
import { anchorOf, blocksOf, findBlock, standingAt } from '../../src/reader/blocks.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const outline = [{ id: 'a', text: '一', depth: 1 }, { id: 'b', text: '二', depth: 2 }, { id: 'c', text: '三', depth: 1 }];

/** Paragraphs of 400 characters: a minute each; headings of none. */
function blocks() {
  const body = document.createElement('div');
  const add = (name: string, text: string, id = ''): void => void (Object.assign(body.appendChild(document.createElement(name)), { id }).textContent = text);
  add('p', '始'.repeat(400));
  add('h2', '', 'a');
  add('p', '甲'.repeat(400));
  add('h3', '', 'b');
  add('p', '乙'.repeat(400));
  add('p', '乙'.repeat(400));
  add('h2', '', 'c');
  add('p', '丙'.repeat(400));
  return blocksOf(body, { outline });
}

describe('where one stands', () => {
  test.each([
    ['before anything', -1, undefined, 1, 5, 0],
    ['at the first paragraph', 0, undefined, 1, 5, 0],
    ['at a section, with what is nested in it', 1, 'a', 3, 4, 0.2],
    ['at the nested section', 3, 'b', 2, 3, 0.4],
    ['in the midst of it', 5, 'b', 1, 2, 0.6],
    ['at the last section', 6, 'c', 1, 1, 0.8],
    ['at the last paragraph', 7, 'c', 1, 1, 1],
  ])('%s', (_, reached, current, section, all, fraction) => {
    const standing = standingAt(blocks(), reached);
    expect(standing.current).toBe(current);
    expect(standing.left).toEqual({ section, all });
    expect(standing.fraction).toBeCloseTo(fraction);
  });

  test('in a text without anything', () => {
    expect(standingAt([], -1)).toEqual({ current: undefined, left: { section: 0, all: 0 }, fraction: 0 });
  });
});

test('what only holds other blocks is none itself', () => {
  const body = document.createElement('div');
  const list = body.appendChild(document.createElement('ul'));
  list.appendChild(document.createElement('li')).appendChild(document.createElement('p')).textContent = '项';
  list.appendChild(document.createElement('li')).textContent = '目';
  expect(blocksOf(body, { outline: [] }).map(({ element }) => element.tagName)).toEqual(['P', 'LI']);
});

describe('finding a place again', () => {
  test('by the first words, whatever the space between them', () => {
    const all = blocks();
    expect(findBlock(all, anchorOf(all[7] as Block), 0)).toBe(7);
    expect(findBlock(all, `丙${'丙'.repeat(20)}`, 0)).toBe(7);
  });

  test('where two begin alike, the one nearer to where it was', () => {
    expect(findBlock(blocks(), '乙'.repeat(80), 0.6)).toBe(5);
    expect(findBlock(blocks(), '乙'.repeat(80), 0.4)).toBe(4);
  });

  test.each(['改写过了', ''])('not where the words are gone: “%s”', (words) => {
    expect(findBlock(blocks(), words, 0.5)).toBe(-1);
  });
});

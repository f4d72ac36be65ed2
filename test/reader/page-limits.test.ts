import { expect, test } from 'vitest';
import { findObstacle } from '../../src/reader/page-limits.ts';

const page = (body: string): Document => new DOMParser().parseFromString(`<!doctype html><body>${body}`, 'text/html');
/** Divs in divs, with something beside each, so that the way down is not the only way. */
const nested = (levels: number): string => '<div><i></i>'.repeat(levels) + '<i></i></div>'.repeat(levels);

test('as deep as is allowed passes, one deeper does not', () => {
  const limits = { elements: 1000, nesting: 40, characters: 1000 };
  // The innermost `i` is one level below the innermost div.
  expect(findObstacle(page(nested(39)), limits)).toBeUndefined();
  expect(findObstacle(page(nested(40)), limits)).toBe('too-deep');
});

test('breadth is not depth', () => {
  expect(findObstacle(page('<div><p><b></b></p></div>'.repeat(200)), { elements: 1000, nesting: 3, characters: 1000 })).toBeUndefined();
});

test('as many elements as are allowed pass, one more does not', () => {
  const document = page('<p></p>'.repeat(7));
  expect(findObstacle(document, { elements: 10, nesting: 10, characters: 10 })).toBeUndefined();
  document.body.append(document.createElement('p'));
  expect(findObstacle(document, { elements: 10, nesting: 10, characters: 10 })).toBe('too-large');
});

test('as many characters as are allowed pass, one more does not; scripts and styles do not count', () => {
  const limits = { elements: 100, nesting: 10, characters: 12 };
  const scripts = `<script>${'x'.repeat(50)}</script><style>${'y'.repeat(50)}</style>`;
  expect(findObstacle(page(`${scripts}<p>一二三四五六</p><p>七八九十百千</p>`), limits)).toBeUndefined();
  expect(findObstacle(page(`${scripts}<p>一二三四五六</p><p>七八九十百千万</p>`), limits)).toBe('too-large');
});

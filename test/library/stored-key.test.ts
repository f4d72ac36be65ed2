// @vitest-environment node
import { expect, test } from 'vitest';
import { articleId } from '../../src/library/article-id.ts';
import { fromStoredKey, toStoredKey } from '../../src/library/stored-key.ts';

const ids = ['0'.repeat(32), 'f'.repeat(32), '00000001ffffffff80000000deadbeef', 'ffffffff00000000ffffffff00000000'];

test.each(['article', 'meta', 'marks', 'progress', 'annotations', 'bookmark'])('%s: a key of any id has 22 bytes in the store, and comes back', (kind) => {
  for (const key of ids.map((id) => `${kind}:${id}`)) {
    expect(new TextEncoder().encode(toStoredKey(key))).toHaveLength(22);
    expect(fromStoredKey(toStoredKey(key))).toBe(key);
  }
});

test('no two ids and no two kinds have one key', async () => {
  const some = await Promise.all(Array.from({ length: 2000 }, (_, index) => articleId(`https://example.com/${index}`)));
  const stored = [...ids, ...some].flatMap((id) => [toStoredKey(`article:${id}`), toStoredKey(`meta:${id}`)]);
  expect(new Set(stored).size).toBe(2 * (ids.length + some.length));
});

test.each(['head', 'layout', 'setting:theme', 'kept-kinds:example.com', 'article:broken', `other:${'0'.repeat(32)}`, 'toString:', ''])('%j stays as it is', (key) => {
  expect(toStoredKey(key)).toBe(key);
  expect(fromStoredKey(key)).toBe(key);
});

test('what a key is called in the store is never changed: libraries have it', () => {
  expect(toStoredKey('article:0123456789abcdeffedcba9876543210')).toBe('a:0V73ciL1>/]>l8lc2qJD');
});

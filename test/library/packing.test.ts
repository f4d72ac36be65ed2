// @vitest-environment node
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/library/packing.ts';
import { makeArticle } from './articles.ts';

const saved = { id: 'a', schema: 1, savedAt: 1, updatedAt: 2, article: makeArticle() };

test('what is packed comes back to the letter, rare characters too', async () => {
  const rare = { ...saved, article: makeArticle({ title: '𠮷野家\u0000“é”', textContent: '长'.repeat(200_000) }) };
  expect(await unpack(await pack(rare))).toEqual(rare);
});

test('a record that was kept plain is taken as it is', async () => {
  expect(await unpack(saved)).toBe(saved);
  expect(await unpack(undefined)).toBeUndefined();
});

test('the text that stands in the HTML too costs next to nothing', async () => {
  const text = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 2500))).join('');
  const [once, twice] = await Promise.all([
    pack({ ...saved, article: makeArticle({ contentHtml: `<p>${text}</p>`, textContent: '' }) }),
    pack({ ...saved, article: makeArticle({ contentHtml: `<p>${text}</p>`, textContent: text }) }),
  ]);
  expect(twice.packed.length / once.packed.length).toBeLessThan(1.1);
});

test.each([[/.$/, ''], [/^.{40}/, ''], [/(?<=^.{60})./, '!'], [/(?<=^.{60})./, 'Z']])('damage %s to the packing is noticed', async (where, by) => {
  const packed = await pack(saved);
  const damaged = packed.packed.replace(where, by);
  expect(damaged).not.toBe(packed.packed);
  await expect(unpack({ ...packed, packed: damaged })).rejects.toThrow();
});

test('a packing under the name of another schema does not count', async () => {
  expect(await unpack({ ...(await pack(saved)), schema: 7 })).toBeUndefined();
});

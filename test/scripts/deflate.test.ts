import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deflateSmall } from '../../scripts/package/deflate/deflate.mjs';
import { codeLengths } from '../../scripts/package/deflate/huffman.mjs';

const source = readFileSync('src/rules/heading-rules.ts');
const noise = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * index * 2_654_435_761) >>> 24));

test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('净'.slice(0, 1))],
  ['one byte many times', Buffer.alloc(20_000, 7)],
  ['every byte once', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ['what cannot be deflated', noise],
  ['a repetition at the edge of the window', Buffer.concat([Buffer.from('甲乙丙丁戊'), Buffer.alloc(32_768 - 15), Buffer.from('甲乙丙丁戊')])],
  ['text in several blocks', Buffer.concat([source, noise, source])],
])('%s comes back as it was', (_name, bytes) => {
  const packed = deflateSmall(bytes);
  expect(inflateRawSync(packed).equals(bytes)).toBe(true);
  expect(packed.length).toBeLessThanOrEqual(deflateRawSync(bytes, { level: 9 }).length);
}, 60_000);

test('a source is smaller by two percent than zlib makes it', () => {
  expect(deflateSmall(source).length).toBeLessThan(0.98 * deflateRawSync(source, { level: 9 }).length);
}, 60_000);

test('no code is longer than the limit, and the codes use all the room there is', () => {
  const growing = Array.from({ length: 30 }, (_, symbol) => 2 ** symbol);
  const lengths = [...codeLengths(growing, 7)];
  expect(Math.max(...lengths)).toBeLessThanOrEqual(7);
  expect(lengths.reduce((sum, bits) => sum + 2 ** -bits, 0)).toBe(1);
  expect([...codeLengths([5, 1, 1, 2], 15)]).toEqual([1, 3, 3, 2]);
});

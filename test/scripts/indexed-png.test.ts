import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { indexedPng } from '../../scripts/draw-icons/indexed-png.mjs';

const [nothing, ground, ink] = [[10, 20, 30, 0], [10, 20, 30, 255], [250, 240, 230, 255]];

it('keeps every pixel, an edge to within one step', () => {
  const halfway = [130, 130, 130, 255];
  const pixels = [...[0, 0, 0, 0], ...ground, ...ink, ...halfway];
  expect(pixelsOf(indexedPng(pixels, [[nothing, ground], [ground, ink]]))).toEqual([nothing, ground, ink, halfway]);
});

it('takes of two faint colours the one that is as faint', () => {
  const faint = [250, 240, 230, 16];
  expect(pixelsOf(indexedPng(faint, [[nothing, ground], [ground, ink]]))).toEqual([[10, 20, 30, 16]]);
});

function pixelsOf(png: Buffer): number[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  const part = (name: string): Buffer => chunks.get(name) ?? Buffer.alloc(0);
  const size = part('IHDR').readUInt32BE(0);
  // The first byte of each row is its filter.
  const numbers = [...inflateSync(part('IDAT'))].filter((_, index) => index % (size + 1) > 0);
  return numbers.map((number) => [...part('PLTE').subarray(3 * number, 3 * number + 3), part('tRNS')[number] ?? 255]);
}

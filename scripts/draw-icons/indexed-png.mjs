// @ts-check
import { crc32, deflateSync } from 'node:zlib';
import { deflateSmall } from '../package/deflate/deflate.mjs';

/** Red, green, blue, alpha; each to 255. @typedef {readonly number[]} Colour */

/** Between two colours that meet stand so many more: no eye tells more of them apart at an edge. */
const stepsOfEdge = 15;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const eightBitsIndexed = [8, 3, 0, 0, 0];

/**
 * A square picture as a PNG whose pixels are numbers of a palette: of the colours that were drawn with, and of the steps
 * between each two that meet. It takes less than half of what a browser writes.
 *
 * @param {readonly number[]} pixels four bytes each, row by row
 * @param {readonly (readonly [Colour, Colour])[]} edges the colours that meet
 * @returns {Buffer}
 */
export function indexedPng(pixels, edges) {
  const palette = paletteOf(edges);
  const size = Math.sqrt(pixels.length / 4);
  const drawn = Array.from({ length: size * size }, (_, index) => nearest(palette, pixels.slice(4 * index, 4 * index + 4)));
  const used = [...new Set(drawn)];
  // Each row begins with how it is filtered: not at all.
  const rows = Array.from({ length: size }, (_, row) => [0, ...drawn.slice(row * size, (row + 1) * size).map((colour) => used.indexOf(colour))]);
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.from([...uint32(size), ...uint32(size), ...eightBitsIndexed])),
    chunk('PLTE', Buffer.from(used.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(used.map((colour) => colour[3] ?? 255))),
    chunk('IDAT', zlibStream(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {readonly (readonly [Colour, Colour])[]} edges @returns {Colour[]} */
function paletteOf(edges) {
  const steps = Array.from({ length: stepsOfEdge + 2 }, (_, step) => step / (stepsOfEdge + 1));
  return edges.flatMap(([from, to]) => steps.map((part) => from.map((value, index) => Math.round(value + part * ((to[index] ?? 0) - value)))));
}

/** @param {readonly Colour[]} palette @param {Colour} wanted @returns {Colour} */
function nearest(palette, wanted) {
  const distances = palette.map((colour) => Math.hypot(...asSeen(colour).map((value, index) => value - (asSeen(wanted)[index] ?? 0))));
  return palette[distances.indexOf(Math.min(...distances))] ?? wanted;
}

/** The less of a colour is there, the less it matters which one it is. @param {Colour} colour */
function asSeen([red = 0, green = 0, blue = 0, alpha = 0]) {
  return [red, green, blue].map((value) => (value * alpha) / 255).concat(alpha);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

/** Its own header, and the same checksum as that of any other stream of these bytes. @param {Buffer} bytes */
function zlibStream(bytes) {
  return Buffer.concat([Buffer.from([0x78, 0xda]), deflateSmall(bytes), deflateSync(bytes).subarray(-4)]);
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

// @ts-check
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { countSymbols, planBlock, writeBlock } from './block.mjs';
import { findMatches } from './matches.mjs';
import { cheapestSteps } from './parse.mjs';
import { endOfBlock } from './symbols.mjs';

/** @typedef {import('./parse.mjs').Step} Step */

/** By the hash of the bytes: the packages of the browsers have nearly all in common. @type {Map<string, Buffer>} */
const known = new Map();

/** Steps of the pieces that blocks are made of. */
const pieceSize = 1_500;
const rounds = 6;
/** What a symbol costs that has not occurred yet. */
const unseenBits = 14;

/**
 * Bytes deflated as small as one pass of choices and codes after the other makes them: each pass takes the cheapest way
 * by the codes of the pass before. A few percent smaller than zlib at its best, and far slower.
 *
 * @param {Buffer} bytes
 * @returns {Buffer}
 */
export function deflateSmall(bytes) {
  const key = createHash('sha256').update(bytes).digest('hex');
  const packed = known.get(key) ?? deflate(bytes);
  known.set(key, packed);
  return packed;
}

/** @param {Buffer} bytes */
function deflate(bytes) {
  let best = deflateRawSync(bytes, { level: 9 });
  if (bytes.length === 0) return best;
  const matches = findMatches(bytes);
  /** @type {{ end: number, costs: import('./parse.mjs').Costs }[]} */
  let blocks = [{ end: bytes.length, costs: firstCosts }];
  for (let round = 0; round < rounds; round++) {
    const parts = splitIntoBlocks(cheapestSteps(bytes, matches, blocks));
    const packed = write(parts);
    if (packed.length < best.length) best = packed;
    let end = 0;
    blocks = parts.map((steps) => ({ end: (end += steps.reduce((sum, { length }) => sum + length, 0)), costs: costsOf(steps) }));
  }
  return best;
}

/** Before anything is known: letters cost what they do in text, and nearer is cheaper. */
const firstCosts = { literals: Array.from({ length: 286 }, (_, symbol) => (symbol < endOfBlock ? 7.5 : 6)), distances: Array.from({ length: 30 }, () => 5) };

/** @param {readonly Step[]} steps */
function costsOf(steps) {
  const { literals, distances } = countSymbols(steps);
  return { literals: bitsOf(literals), distances: bitsOf(distances) };
}

/** What each symbol would cost if codes could have any length: they are finer than the codes, and lead to a better way. @param {Uint32Array} counts */
function bitsOf(counts) {
  const all = Math.log2(counts.reduce((sum, count) => sum + count, 0) || 1);
  return Float64Array.from(counts, (count) => (count > 0 ? all - Math.log2(count) : unseenBits));
}

/** Small pieces, of which neighbours are joined as long as one block takes fewer bits than two. @param {Step[]} steps */
function splitIntoBlocks(steps) {
  const pieces = Array.from({ length: Math.ceil(steps.length / pieceSize) }, (_, index) => blockOf(steps.slice(index * pieceSize, (index + 1) * pieceSize)));
  let joined = pieces.slice(1).map((piece, index) => blockOf([...(pieces[index]?.steps ?? []), ...piece.steps]));
  for (;;) {
    const gains = joined.map(({ bits }, index) => (pieces[index]?.bits ?? 0) + (pieces[index + 1]?.bits ?? 0) - bits);
    const most = gains.indexOf(Math.max(...gains));
    const whole = joined[most];
    if (whole === undefined || (gains[most] ?? 0) <= 0) return pieces.map(({ steps: own }) => own);
    pieces.splice(most, 2, whole);
    const withNext = (/** @type {number} */ index) => blockOf([...(pieces[index]?.steps ?? []), ...(pieces[index + 1]?.steps ?? [])]);
    joined = joined.flatMap((other, index) => (index === most ? [] : index === most - 1 || index === most + 1 ? [withNext(index > most ? index - 1 : index)] : [other]));
  }
}

/** @param {Step[]} steps */
function blockOf(steps) {
  return { steps, bits: planBlock(countSymbols(steps)).bits };
}

/** @param {Step[][]} blocks */
function write(blocks) {
  /** @type {number[]} */
  const bytes = [];
  let waiting = 0;
  let filled = 0;
  const put = (/** @type {number} */ value, /** @type {number} */ bits) => {
    waiting |= value << filled;
    for (filled += bits; filled >= 8; filled -= 8) {
      bytes.push(waiting & 255);
      waiting >>>= 8;
    }
  };
  blocks.forEach((steps, index) => writeBlock(steps, index === blocks.length - 1, put));
  if (filled > 0) bytes.push(waiting & 255);
  return Buffer.from(bytes);
}

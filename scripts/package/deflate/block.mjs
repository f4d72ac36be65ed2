// @ts-check
import { codeLengths, codesOf } from './huffman.mjs';
import { distanceSymbol, distanceSymbols, distances, endOfBlock, lengthSymbol, lengths, literalSymbols } from './symbols.mjs';

const longestCode = 15;
const longestHeaderCode = 7;
/** The order in which the header gives the lengths of its own code. */
const headerOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const headerExtra = /** @type {Record<number, number>} */ ({ 16: 2, 17: 3, 18: 7 });
const dynamicCodes = 2;

/** @typedef {import('./parse.mjs').Step} Step */
/** @typedef {{ literals: Uint32Array, distances: Uint32Array }} Counts how often each symbol stands in a block */
/** @typedef {(value: number, bits: number) => void} Write */

/** @param {readonly Step[]} steps @returns {Counts} */
export function countSymbols(steps) {
  const counts = { literals: new Uint32Array(literalSymbols), distances: new Uint32Array(distanceSymbols) };
  const add = (/** @type {Uint32Array} */ kind, /** @type {number} */ symbol) => (kind[symbol] = (kind[symbol] ?? 0) + 1);
  add(counts.literals, endOfBlock);
  for (const { length, distance, byte } of steps) {
    add(counts.literals, distance === 0 ? byte : endOfBlock + 1 + (lengthSymbol[length] ?? 0));
    if (distance > 0) add(counts.distances, distanceSymbol(distance));
  }
  return counts;
}

/** The codes of a block with these counts, and the bits that it takes, header and all. @param {Counts} counts */
export function planBlock(counts) {
  const literals = codeLengths(counts.literals, longestCode);
  const far = codeLengths(counts.distances, longestCode);
  const literalCount = Math.max(257, literals.findLastIndex((bits) => bits > 0) + 1);
  const distanceCount = Math.max(1, far.findLastIndex((bits) => bits > 0) + 1);
  const header = inRuns([...literals.slice(0, literalCount), ...far.slice(0, distanceCount)]);
  const headerCounts = new Uint32Array(headerOrder.length);
  for (const { symbol } of header) headerCounts[symbol] = (headerCounts[symbol] ?? 0) + 1;
  const headerLengths = codeLengths(headerCounts, longestHeaderCode);
  const headerCount = Math.max(4, headerOrder.findLastIndex((symbol) => (headerLengths[symbol] ?? 0) > 0) + 1);
  const bits = 17 + 3 * headerCount + header.reduce((sum, { symbol }) => sum + (headerLengths[symbol] ?? 0) + (headerExtra[symbol] ?? 0), 0) + bodyBits(counts, { literals, far });
  return { literals, far, literalCount, distanceCount, header, headerLengths, headerCount, bits };
}

/** @param {Counts} counts @param {{ literals: Uint8Array, far: Uint8Array }} codes */
function bodyBits(counts, { literals, far }) {
  const ofLiterals = counts.literals.reduce((sum, count, symbol) => sum + count * ((literals[symbol] ?? 0) + (lengths[symbol - endOfBlock - 1]?.extra ?? 0)), 0);
  return counts.distances.reduce((sum, count, symbol) => sum + count * ((far[symbol] ?? 0) + (distances[symbol]?.extra ?? 0)), ofLiterals);
}

/** A row of code lengths in the header's symbols: 16 repeats the last 3 to 6 times, 17 and 18 are 3 to 138 zeros. @param {number[]} row */
function inRuns(row) {
  /** @type {{ symbol: number, extra: number }[]} */
  const symbols = [];
  for (let at = 0; at < row.length; ) {
    const value = row[at] ?? 0;
    let run = 1;
    while (row[at + run] === value) run++;
    at += run;
    if (value > 0) {
      symbols.push({ symbol: value, extra: 0 });
      run--;
    }
    for (; run >= 3; ) {
      const [symbol, least, most] = value > 0 ? [16, 3, 6] : run <= 10 ? [17, 3, 10] : [18, 11, 138];
      const taken = Math.min(run, most);
      symbols.push({ symbol, extra: taken - least });
      run -= taken;
    }
    for (; run > 0; run--) symbols.push({ symbol: value, extra: 0 });
  }
  return symbols;
}

/** @param {readonly Step[]} steps @param {boolean} isLast @param {Write} write */
export function writeBlock(steps, isLast, write) {
  const plan = planBlock(countSymbols(steps));
  write(Number(isLast), 1);
  write(dynamicCodes, 2);
  write(plan.literalCount - 257, 5);
  write(plan.distanceCount - 1, 5);
  write(plan.headerCount - 4, 4);
  for (const symbol of headerOrder.slice(0, plan.headerCount)) write(plan.headerLengths[symbol] ?? 0, 3);
  const writeHeader = writerOf(plan.headerLengths, write);
  for (const { symbol, extra } of plan.header) {
    writeHeader(symbol);
    write(extra, headerExtra[symbol] ?? 0);
  }
  const writeLiteral = writerOf(plan.literals, write);
  const writeDistance = writerOf(plan.far, write);
  for (const { length, distance, byte } of steps) {
    if (distance === 0) {
      writeLiteral(byte);
      continue;
    }
    const [ofLength, ofDistance] = [lengthSymbol[length] ?? 0, distanceSymbol(distance)];
    writeLiteral(endOfBlock + 1 + ofLength);
    write(length - (lengths[ofLength]?.base ?? 0), lengths[ofLength]?.extra ?? 0);
    writeDistance(ofDistance);
    write(distance - (distances[ofDistance]?.base ?? 0), distances[ofDistance]?.extra ?? 0);
  }
  writeLiteral(endOfBlock);
}

/** @param {Uint8Array} bits @param {Write} write */
function writerOf(bits, write) {
  const codes = codesOf(bits);
  return (/** @type {number} */ symbol) => write(codes[symbol] ?? 0, bits[symbol] ?? 0);
}

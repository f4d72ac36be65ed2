// @ts-check
import { longestMatch, windowSize } from './symbols.mjs';

const shortestMatch = 3;
/** So many earlier places are looked at; more find next to nothing more. */
const mostTried = 500;

/**
 * For each place of the bytes the matches that start there: each longer than the one before it, and none nearer.
 * Flat, as length and distance in turn.
 *
 * @param {Uint8Array} bytes
 * @returns {Uint16Array[]}
 */
export function findMatches(bytes) {
  const earlier = chains(bytes);
  return Array.from(bytes, (_, at) => Uint16Array.from(matchesAt(bytes, earlier, at)));
}

/** For each place the last one before it with the same three bytes, or -1. @param {Uint8Array} bytes */
function chains(bytes) {
  const last = new Int32Array(1 << 24).fill(-1);
  return Int32Array.from(bytes, (byte, at) => {
    const key = (byte << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const before = last[key] ?? -1;
    last[key] = at;
    return before;
  });
}

/** @param {Uint8Array} bytes @param {Int32Array} earlier @param {number} at */
function matchesAt(bytes, earlier, at) {
  const most = Math.min(longestMatch, bytes.length - at);
  const found = [];
  let longest = shortestMatch - 1;
  let from = earlier[at] ?? -1;
  for (let tried = 0; from >= 0 && at - from <= windowSize && tried < mostTried && longest < most; tried++) {
    if (bytes[from + longest] === bytes[at + longest]) {
      let length = 0;
      while (length < most && bytes[from + length] === bytes[at + length]) length++;
      if (length > longest) {
        longest = length;
        found.push(length, at - from);
      }
    }
    from = earlier[from] ?? -1;
  }
  return found;
}

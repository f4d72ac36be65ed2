// @ts-check
import { distanceSymbol, distances, endOfBlock, lengthSymbol, lengths } from './symbols.mjs';

/** @typedef {{ literals: ArrayLike<number>, distances: ArrayLike<number> }} Costs bits of each symbol, without its extra bits */
/** @typedef {{ length: number, distance: number, byte: number }} Step a match, or with the distance 0 a literal */

/**
 * The cheapest way through the bytes: at each place a literal or a match, with what each costs in the block around it.
 *
 * @param {Uint8Array} bytes
 * @param {Uint16Array[]} matches
 * @param {{ end: number, costs: Costs }[]} blocks in order; the last one ends with the bytes
 * @returns {Step[]}
 */
export function cheapestSteps(bytes, matches, blocks) {
  const total = new Float64Array(bytes.length + 1).fill(Infinity);
  const length = new Uint16Array(bytes.length + 1);
  const distance = new Uint16Array(bytes.length + 1);
  const reach = (/** @type {number} */ to, /** @type {number} */ bits, /** @type {[number, number]} */ step) => {
    if (bits >= (total[to] ?? 0)) return;
    total[to] = bits;
    [length[to], distance[to]] = step;
  };
  total[0] = 0;
  let start = 0;
  for (const { end, costs } of blocks) {
    const ofLength = lengthSymbolCosts(costs);
    for (let at = start; at < end; at++) {
      const before = total[at] ?? 0;
      reach(at + 1, before + (costs.literals[bytes[at] ?? 0] ?? 0), [1, 0]);
      const found = matches[at] ?? [];
      let shortest = 3;
      for (let index = 0; index < found.length; index += 2) {
        const [longest = 0, far = 0] = [found[index], found[index + 1]];
        const symbol = distanceSymbol(far);
        const bits = before + (costs.distances[symbol] ?? 0) + (distances[symbol]?.extra ?? 0);
        for (; shortest <= longest; shortest++) reach(at + shortest, bits + (ofLength[shortest] ?? 0), [shortest, far]);
      }
    }
    start = end;
  }
  return stepsBackFrom(bytes, length, distance);
}

/** @param {Costs} costs */
function lengthSymbolCosts({ literals }) {
  return Float64Array.from(lengthSymbol, (symbol) => (literals[endOfBlock + 1 + symbol] ?? 0) + (lengths[symbol]?.extra ?? 0));
}

/** @param {Uint8Array} bytes @param {Uint16Array} length @param {Uint16Array} distance */
function stepsBackFrom(bytes, length, distance) {
  /** @type {Step[]} */
  const steps = [];
  for (let at = bytes.length; at > 0; ) {
    const step = { length: length[at] ?? 1, distance: distance[at] ?? 0, byte: bytes[at - 1] ?? 0 };
    steps.push(step);
    at -= step.length;
  }
  return steps.reverse();
}

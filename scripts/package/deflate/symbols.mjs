// @ts-check

/*
 * The alphabet of RFC 1951: literals 0 to 255, the end 256, lengths 257 to 285 and distances 0 to 29, the latter two
 * with extra bits behind them.
 */
export const endOfBlock = 256;
export const literalSymbols = 286;
export const distanceSymbols = 30;
export const longestMatch = 258;
export const windowSize = 32_768;

/** @param {number} count symbols a step, before the extra bits grow by one @param {number} first @param {number} symbols */
function ranges(count, first, symbols) {
  const found = [];
  for (let symbol = 0, base = first; symbol < symbols; symbol++) {
    const extra = Math.max(0, Math.floor(symbol / count) - 1);
    found.push({ base, extra });
    base += 2 ** extra;
  }
  return found;
}

/** The last symbol stands for the longest match alone. */
export const lengths = [...ranges(4, 3, 28), { base: longestMatch, extra: 0 }];
export const distances = ranges(2, 1, distanceSymbols);

/** Number of a length's symbol among the lengths, by the length. */
export const lengthSymbol = Uint8Array.from({ length: longestMatch + 1 }, (_, length) => lengths.findLastIndex(({ base }) => base <= length));

/** @param {number} distance */
export function distanceSymbol(distance) {
  if (distance <= 4) return distance - 1;
  const high = 31 - Math.clz32(distance - 1);
  return 2 * high + (((distance - 1) >> (high - 1)) & 1);
}

// @ts-check

/**
 * Lengths of the best prefix code for symbols of these frequencies, none longer than the limit: coins of each length
 * are paired up as the package-merge algorithm does (Larmore and Hirschberg, 1990). One symbol alone gets one bit.
 *
 * @param {ArrayLike<number>} frequencies
 * @param {number} limit bits
 * @returns {Uint8Array} 0 for a symbol that does not occur
 */
export function codeLengths(frequencies, limit) {
  const result = new Uint8Array(frequencies.length);
  const coins = Array.from(frequencies, (weight, symbol) => ({ weight, symbols: [symbol] })).filter(({ weight }) => weight > 0).sort((a, b) => a.weight - b.weight);
  if (coins.length === 1) result[coins[0]?.symbols[0] ?? 0] = 1;
  if (coins.length < 2) return result;
  let row = coins;
  for (let level = 1; level < limit; level++) {
    const packages = [];
    for (let index = 0; index + 1 < row.length; index += 2) {
      const [a, b] = [row[index], row[index + 1]];
      if (a && b) packages.push({ weight: a.weight + b.weight, symbols: [...a.symbols, ...b.symbols] });
    }
    row = [...coins, ...packages].sort((a, b) => a.weight - b.weight);
  }
  for (const { symbols } of row.slice(0, 2 * coins.length - 2)) for (const symbol of symbols) result[symbol] = (result[symbol] ?? 0) + 1;
  return result;
}

/**
 * The codes that belong to these lengths, by RFC 1951, section 3.2.2; their bits in the order in which they are written.
 *
 * @param {ArrayLike<number>} bits of each symbol
 * @returns {number[]}
 */
export function codesOf(bits) {
  const symbols = Array.from(bits, (_, symbol) => symbol).filter((symbol) => (bits[symbol] ?? 0) > 0).sort((a, b) => (bits[a] ?? 0) - (bits[b] ?? 0) || a - b);
  /** @type {number[]} */
  const codes = [];
  let code = 0;
  let length = 0;
  for (const symbol of symbols) {
    code <<= (bits[symbol] ?? 0) - length;
    length = bits[symbol] ?? 0;
    codes[symbol] = reversed(code, length);
    code++;
  }
  return codes;
}

/** @param {number} code @param {number} length */
function reversed(code, length) {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

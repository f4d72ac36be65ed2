// @ts-check

/** @typedef {import('./measure.mjs').Figures} Figures */

/** @type {[name: string, goal: string, figure: (figures: Figures) => number][]} */
const lines = [
  ['popup: first rows after load, ms', '<= 30', ({ popupRows }) => popupRows],
  ['popup: heap, MB', '', ({ popupHeap }) => popupHeap / 1e6],
  ['search as typed: median, ms', '<= 50', ({ typed }) => at(typed, 0.5)],
  ['search as typed: 95th percentile, ms', '<= 100', ({ typed }) => at(typed, 0.95)],
  ['plain scan of the same texts: median, ms', '', ({ scan }) => scan],
  ['search as typed, to a plain scan', '', ({ typed, scan }) => at(typed, 0.5) / scan],
  ['cold search: first hit, ms', '<= 200', ({ coldFirst }) => coldFirst],
  ['cold search: all, ms', '<= 2000', ({ coldAll }) => coldAll],
  ['stored bytes to HTML bytes, less 1 kB', '<= 1.3', ({ bytesRatio }) => bytesRatio],
  ['bytes that come back with a removal, %', '>= 95', ({ freed }) => freed * 100],
  ['saving one article, ms', '', ({ save }) => save],
];

/**
 * A table of all sizes, and how the largest library compares with the smallest.
 *
 * @param {Figures[]} figures
 */
export function printableFigures(figures) {
  const header = ['', 'goal', ...figures.map(({ size }) => `${size} articles`)];
  const rows = lines.map(([name, goal, figure]) => [name, goal, ...figures.map((one) => figure(one).toFixed(figure(one) < 10 ? 2 : 0))]);
  const [smallest, largest] = [figures[0], figures.at(-1)];
  const table = [header, ...rows].map(([name = '', ...cells]) => name.padEnd(40) + cells.map((cell) => cell.padStart(16)).join('')).join('\n');
  if (smallest === undefined || largest === undefined || smallest === largest) return table;
  const ratio = (/** @type {(figures: Figures) => number} */ of) => (of(largest) / of(smallest)).toFixed(2);
  return `${table}\n\n${largest.size} to ${smallest.size} articles: popup's heap ${ratio(({ popupHeap }) => popupHeap)} (goal <= 1.5), saving ${ratio(({ save }) => save)}`;
}

/**
 * @param {number[]} sorted
 * @param {number} part
 */
function at(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

// @ts-check
import { availableParallelism, loadavg } from 'node:os';
import { scrollFrames } from './scrolling.mjs';

/** @typedef {import('./measure.mjs').Figures} Figures */

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {(figures: Figures) => number} figure
 * @property {number} [most] the goal: no more than that
 * @property {number} [least] the goal: no less than that
 * @property {true} [timed] a time, which grows with the other work of the machine
 */

/** @type {Line[]} */
const lines = [
  { name: 'popup: list on screen after load, ms', most: 30, figure: ({ popupRows }) => popupRows, timed: true },
  { name: 'popup: heap, MB', figure: ({ popupHeap }) => popupHeap / 1e6 },
  { name: 'search as typed: median, ms', most: 50, figure: ({ typed }) => at(typed, 0.5), timed: true },
  { name: 'search as typed: 95th percentile, ms', most: 100, figure: ({ typed }) => at(typed, 0.95), timed: true },
  { name: 'search as typed: own work of the page, ms', figure: ({ typedWork }) => typedWork },
  { name: 'plain scan of the same texts: median, ms', figure: ({ scan }) => scan },
  { name: 'search as typed, to a plain scan', figure: ({ typed, scan }) => at(typed, 0.5) / scan },
  { name: `scrolled through: frames over 50 ms of ${scrollFrames}`, most: 0, figure: ({ jerks }) => jerks, timed: true },
  { name: 'cold search: first hit, ms', most: 200, figure: ({ coldFirst }) => coldFirst, timed: true },
  { name: 'cold search: all, ms', most: 2000, figure: ({ coldAll }) => coldAll, timed: true },
  { name: 'stored bytes to HTML bytes, less 1 kB', most: 1.3, figure: ({ bytesRatio }) => bytesRatio },
  { name: 'the same on the disk', figure: ({ diskRatio }) => diskRatio },
  { name: 'bytes back from a removal, %', least: 95, figure: ({ freed }) => freed * 100 },
  { name: 'the same on the disk, %', figure: ({ freedDisk }) => freedDisk * 100 },
  { name: 'saving one article, now and then, ms', figure: ({ save }) => save },
  { name: 'the first since the browser’s start, ms', figure: ({ firstSave }) => firstSave },
  { name: 'one of many in a row, ms', figure: ({ awakeSave }) => awakeSave },
  { name: 'storage.local.set of one number, ms', figure: ({ leastSet }) => leastSet },
  { name: 'one of many in a row, without that, ms', figure: ({ ownSave }) => ownSave },
  { name: 'the same, ten times as long, ms', figure: ({ longSave }) => longSave },
  { name: 'looking for a reprint of it among all, ms', figure: ({ reprint }) => reprint },
];

/**
 * A table of all sizes, how the largest library compares with the smallest, and what is to be known of the goals that were missed.
 *
 * @param {Figures[]} figures
 */
export function printableFigures(figures) {
  const header = ['', 'goal', ...figures.map(({ size }) => `${size} articles`)];
  const rows = lines.map((line) => [line.name, goalOf(line), ...figures.map((one) => cellOf(line, line.figure(one)))]);
  const table = [header, ...rows].map(([name = '', ...cells]) => name.padEnd(44) + cells.map((cell) => cell.padStart(16)).join(''));
  return [...table, '', ...growth(figures), ...notes(figures)].join('\n');
}

/**
 * @param {Figures[]} figures
 * @returns {string[]}
 */
function growth(figures) {
  const [smallest, largest] = [figures[0], figures.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const ratio = (/** @type {(figures: Figures) => number} */ of) => (of(largest) / of(smallest)).toFixed(2);
  return [
    `${largest.size} to ${smallest.size} articles: popup's heap ${ratio(({ popupHeap }) => popupHeap)} (goal <= 1.5)`,
    `saving, in turn into both: now and then ${ratio(({ save }) => save)} (goal <= 1.2); many in a row ${ratio(({ awakeSave }) => awakeSave)}, without what the browser takes to write one number ${ratio(({ ownSave }) => ownSave)} (goal <= 1.2)`,
  ];
}

/**
 * @param {Figures[]} figures
 * @returns {string[]}
 */
function notes(figures) {
  const [load = 0] = loadavg();
  const missed = lines.filter((line) => figures.some((one) => isMissed(line, line.figure(one))));
  const isBusy = load > 2 * availableParallelism();
  return [
    'On the disk: with some MB that the database has not cleaned up yet, however large the library.',
    `${availableParallelism()} processors, with ${load.toFixed(1)} at work on average in the last minute.`,
    ...(isBusy && missed.some(({ timed }) => timed) ? ['! That is too many to judge a time by: compare it with the plain scan, and run this again when the machine is quiet.'] : []),
  ];
}

/** @param {Line} line */
function goalOf({ most, least }) {
  if (most !== undefined) return `<= ${most}`;
  return least === undefined ? '' : `>= ${least}`;
}

/**
 * @param {Line} line
 * @param {number} value
 */
function cellOf(line, value) {
  return (isMissed(line, value) ? '! ' : '') + value.toFixed(value < 10 ? 2 : 0);
}

/**
 * @param {Line} line
 * @param {number} value
 */
function isMissed({ most = Infinity, least = -Infinity }, value) {
  return value > most || value < least;
}

/**
 * @param {number[]} sorted
 * @param {number} part
 */
function at(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

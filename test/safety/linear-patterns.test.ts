import { describe, expect, test } from 'vitest';
import { authorInCredits, nameIn } from '../../src/article/byline.ts';
import { dateInAddress, parseDate } from '../../src/article/published-time.ts';
import { foldForMatch, foldForRules, foldSpace } from '../../src/article/text.ts';
import { boxRules } from '../../src/rules/box-rules.ts';
import { callSigns } from '../../src/rules/call-signs.ts';
import { closingTitles, headingRules } from '../../src/rules/heading-rules.ts';
import { lineRules } from '../../src/rules/line-rules.ts';
import { patternsOfSource } from './patterns-of-source.ts';

/** From the short text to the long one the work grows as the text does, by ten; by a hundred where it goes with the square. */
const [short, long] = [10_000, 100_000];
const mostGrowth = 35;
/** Below this many milliseconds a growth says nothing. */
const floor = 50;

const rules = [
  ...lineRules.map(({ id, pattern }) => [`line ${id}`, pattern] as const),
  ...boxRules.map(({ id, pattern }) => [`box ${id}`, pattern] as const),
  ...callSigns.map(({ id, pattern }) => [`sign ${id}`, pattern] as const),
  ...headingRules.map(({ id, pattern }) => [`heading ${id}`, pattern] as const),
  ['closing titles', closingTitles] as const,
];

describe('rules', () => {
  test.each(rules)('%s: the work grows as the text does', (_name, pattern) => {
    expect(wordsOf(pattern).filter((part) => growsFaster(part, (text) => pattern.test(text)))).toEqual([]);
  });
});

/** What is written out, read in or dressed may have any length. */
const unbounded = patternsOfSource().filter(({ file }) => /^src\/(library\/(export|import)\/|reader\/tools\/rich\/|article\/(line-breaks|text-content|text|closing-lines)\.ts)/.test(file) && !file.endsWith('file-name.ts'));

describe('patterns for texts of any length', () => {
  test('there are many', () => expect(unbounded.length).toBeGreaterThan(30));
  test.each(unbounded.map(({ file, pattern }) => [`${file} ${pattern}`, pattern] as const))('%s: the work grows as the text does', (_name, pattern) => {
    const run = (text: string): unknown => (pattern.global ? text.replace(pattern, '') : pattern.test(text));
    const runs = [' ', '\n', '\u00a0', '1', '-', '[', '*', 'a'].map((sign) => (text: string) => run(`${sign}${text}x`));
    expect([' ', '\n', '1', '"', ',', '-'].filter((part) => runs.some((start) => growsFaster(part, start)))).toEqual([]);
  });
});

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['parseDate', parseDate],
  ['dateInAddress', (text) => dateInAddress(`https://example.com/${text}`)],
  ['nameIn', nameIn],
  ['authorInCredits', (text) => authorInCredits([text])],
  ['foldSpace', foldSpace],
  ['foldForMatch', foldForMatch],
  ['foldForRules', foldForRules],
];
const parts = ['2020-', '2020 ', '2020-1-1 ', 'Jan 1 ', '/2020/12', '时间 ', '作者：', '作者：甲 ', '本文由甲@', '【', '“甲', '「', ' ', '\u3000', '\u200b ', '转', '甲，', '公众号：', '-', ' | ', '，'];

test.each(readers)('%s: the work grows as the text does', (_name, read) => {
  expect(parts.filter((part) => growsFaster(part, read))).toEqual([]);
});

test('a pattern that goes with the square is told', () => {
  expect(growsFaster(' ', (text) => /^\s*:?\s*x/.test(text.slice(0, text.length / 5)))).toBe(true);
});

/** What the pattern looks for: the first of its own words, and what stands between words. */
function wordsOf(pattern: RegExp): string[] {
  const words = new Set(pattern.source.split(/\\[a-zA-Z]|\\u[0-9a-f]{4}|[^\p{L}\p{N}]+/u).filter((word) => word !== ''));
  return [...[...words].slice(0, 6), ' ', '1', '(', '甲，', '2020-'];
}

/** Tried with the part over and over, and with the part and then white space; of several times the shortest, which no other program has made longer. */
function growsFaster(part: string, run: (text: string) => unknown): boolean {
  const shapes = [(length: number) => part.repeat(length / part.length), (length: number) => part + ' '.repeat(length)];
  return shapes.some((shape) => {
    const lengthy = shortest(4, () => run(shape(long)), floor);
    return lengthy > floor && lengthy > mostGrowth * shortest(12, () => run(shape(short)));
  });
}

/** Tried so often, or until it took no longer than is enough to know. */
function shortest(times: number, run: () => unknown, enough = 0): number {
  let least = Infinity;
  for (let time = 0; time < times && least > enough; time += 1) least = Math.min(least, milliseconds(run));
  return least;
}

/** By the clock, or by the processor where other programs had it meanwhile. */
function milliseconds(run: () => unknown): number {
  const [started, used] = [performance.now(), process.cpuUsage()];
  run();
  const { user, system } = process.cpuUsage(used);
  return Math.min(performance.now() - started, (user + system) / 1000);
}

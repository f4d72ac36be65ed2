import { createContext, Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { patternsMadeAtRunTime, patternsOfSource } from './patterns-of-source.ts';

/*
 * A pattern that can read the same words in two ways, over and over, takes twice as long for each
 * further word: forty digits before a letter stop the tab for good, and no clock of ours can end it.
 * Here the engine is told to give up, which a page's thread cannot do.
 */

/** Work that doubles with each repetition never ends at this length; any other is done at once. */
const length = 48;
/** Generous for a busy machine: a pattern's texts take a few milliseconds together. */
const patience = 4_000;
const program = new Script('for (const text of texts) { pattern.lastIndex = 0; tried = text; text.replace(pattern, ""); }');
const surroundings = createContext({});

const written = patternsOfSource();
const files = [...new Set(written.map(({ file }) => file))];

describe('no pattern reads the same words in two ways', () => {
  test.each(files)('%s', (file) => {
    const found = written.filter((pattern) => pattern.file === file);
    expect(found.map(({ pattern }) => neverEnds(pattern)).filter((text) => text !== undefined)).toEqual([]);
  });

  test('those that are put together as the program starts', async () => {
    const made = await patternsMadeAtRunTime();
    expect(made.length).toBeGreaterThan(20);
    expect(made.map(neverEnds).filter((text) => text !== undefined)).toEqual([]);
  });

  test('one that does is told', () => expect(neverEnds(/^(?:\d+|甲)+$/)).toContain('1111'));
});

/** The pattern and a text that it does not come to an end with, if there is one among those that its own words make. */
function neverEnds(pattern: RegExp): string | undefined {
  Object.assign(surroundings, { pattern, texts: textsFor(pattern), tried: '' });
  try {
    program.runInContext(surroundings, { timeout: patience });
    return undefined;
  } catch {
    return `${pattern.source} on ${String(Reflect.get(surroundings, 'tried'))}`;
  }
}

/** Each of its words, and what often stands between words, over and over, at the start or after one of its words; at the end a sign that nothing takes. */
function textsFor(pattern: RegExp): string[] {
  const words = [...new Set(pattern.source.split(/\\[a-zA-Z]|\\u[0-9a-f]{4}|[^\p{L}\p{N}]+/u).filter((word) => word !== ''))];
  const pieces = [...words, ' ', '1', 'a', '甲', ',', '.', '-', '/', '"', '\n', '1,', 'a ', '甲,'];
  return ['', ...words.slice(0, 12)].flatMap((start) => pieces.map((piece) => `${start}${piece.repeat(Math.ceil(length / piece.length))}\u0001`));
}

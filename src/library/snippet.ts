import type { Annotation } from './annotation.ts';
import { fold, foldWithOrigins } from './fold.ts';

/** A sentence in which words were found, and where in it they stand: `[start, end)` in UTF-16 units. */
export interface Snippet {
  snippet: string;
  ranges: [number, number][];
  /** The highlight of which this is the note, or the passage. */
  annotationId?: string;
}

const longest = 120;
const lead = 30;

/**
 * The first of the sentences that hold the most of the folded terms, or of the paragraphs where one reaches over two
 * sentences; shortened round the hit, undefined when there is none.
 */
export function findSnippet(text: string, terms: readonly string[]): Snippet | undefined {
  const found = richestIn(terms, text.matchAll(/[^。！？!?\n]+[。！？!?”」』）]*/g)) ?? richestIn(terms, text.matchAll(/.+/g));
  return found === undefined ? undefined : cut(found.trim(), terms);
}

function richestIn(terms: readonly string[], pieces: Iterable<RegExpMatchArray>): string | undefined {
  let richest: string | undefined;
  let most = 0;
  for (const [piece] of pieces) {
    const folded = fold(piece);
    const held = terms.filter((term) => folded.includes(term)).length;
    if (held > most) [richest, most] = [piece, held];
    if (most === terms.length) break;
  }
  return richest;
}

/** The same in the notes of an article, and in the passages that were marked in it. */
export function findNote(annotations: readonly Annotation[], terms: readonly string[]): Snippet | undefined {
  for (const { id, note, exact } of annotations) {
    const found = findSnippet(note, terms) ?? findSnippet(exact, terms);
    if (found) return { ...found, annotationId: id };
  }
  return undefined;
}

function cut(sentence: string, terms: readonly string[]): Snippet {
  const first = findRanges(sentence, terms)[0]?.[0] ?? 0;
  const start = sentence.length <= longest || first <= lead ? 0 : first - lead;
  // A cut through a surrogate pair leaves half a character, which nobody can read.
  const shown = sentence.slice(start, start + longest).replace(/\p{Surrogate}/gu, '');
  const snippet = (start > 0 ? '…' : '') + shown + (start + longest < sentence.length ? '…' : '');
  return { snippet, ranges: findRanges(snippet, terms) };
}

/** Where the folded terms stand in a text; in order, and what overlaps is joined. */
export function findRanges(text: string, terms: readonly string[]): [number, number][] {
  const { folded, places } = foldWithOrigins(text);
  const found = terms.flatMap((term) => occurrences(folded, term).map((at): [number, number] => [places[at]?.[0] ?? 0, places[at + term.length - 1]?.[1] ?? text.length]));
  return joinOverlaps(found.sort((a, b) => a[0] - b[0]));
}

function occurrences(folded: string, term: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) places.push(at);
  return places;
}

function joinOverlaps(sorted: readonly [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of sorted) {
    const before = joined.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

import { foldCharacters } from '../fold.ts';
import type { SavedArticle } from '../saved-article.ts';
import type { Fingerprint } from './fingerprint.ts';
import { distanceOf, fingerprintOf, lettersOf, overlapOf } from './fingerprint.ts';

/** An article that was saved before from another address, and says the same. */
export interface Reprint {
  id: string;
  title: string;
  siteName: string;
  url: string;
  /** Milliseconds since the epoch. */
  savedAt: number;
  /** How much of the two is the same, from 0 to 1. */
  likeness: number;
}

/** What is enough of an article to see that another one may be the same. */
export interface ReprintTrace extends Fingerprint {
  /** The title's letters and digits, folded. */
  title: string;
}

/**
 * How much must be the same. Measured on the fixtures: reprints with lines added, a paragraph cut or other characters keep
 * 88 % and more, those cut to two thirds 78 %; two articles on one subject share less than 20 %. A title that holds the
 * other speaks for one that was cut shorter, and the very same title for the first lines of what is to be paid for.
 */
const enough = { likeTitle: 0.5, otherTitle: 0.75, ofTheShorter: 0.9 };
/** Bits. Measured: 16 for what was changed, 22 for what was cut to two thirds; the nearest are compared by their texts anyway. */
const farthest = 24;
/** Fewer letters than this say too little. */
const shortest = 120;
const shortestTitle = 4;

/** The trace of an article; undefined for one that is too short to tell. */
export function traceOf({ article }: Pick<SavedArticle, 'article'>): ReprintTrace | undefined {
  const text = foldCharacters(article.textContent);
  return lettersOf(text).length < shortest ? undefined : { title: titleOf(article.title), ...fingerprintOf(text) };
}

/** How far apart two traces are, in bits, nearer by so many as may part them where one title holds the other; undefined when they cannot be of the same article. */
export function distanceOfTraces(a: ReprintTrace, b: ReprintTrace): number | undefined {
  const distance = distanceOf(a, b);
  if (areLike(a.title, b.title)) return distance - farthest;
  return distance <= farthest ? distance : undefined;
}

/** How much of two articles is the same; undefined where it is not enough to call one a reprint of the other. */
export function compareArticles(one: SavedArticle, other: SavedArticle): number | undefined {
  const { likeness, containment } = overlapOf(foldCharacters(one.article.textContent), foldCharacters(other.article.textContent));
  const [title, another] = [titleOf(one.article.title), titleOf(other.article.title)];
  const isPart = title === another && title !== '' && containment >= enough.ofTheShorter;
  return isPart || likeness >= (areLike(title, another) ? enough.likeTitle : enough.otherTitle) ? likeness : undefined;
}

/** Those who reprint put the name of a column before a title, or their own behind it. */
function areLike(title: string, other: string): boolean {
  const [short, long] = title.length < other.length ? [title, other] : [other, title];
  return short.length >= shortestTitle && long.includes(short);
}

/** Those who reprint put their own word before a title, and change its punctuation. */
function titleOf(title: string): string {
  return lettersOf(foldCharacters(title).replace(/^\s*[[(【〔「]?(?:转载|转帖|转发|转|reprint)[\])】〕」:：]\s*/u, ''));
}

import type { ProvenanceKind, RemovalGroup } from '../article/article.ts';

/**
 * Where in the body a line may stand for its rule to apply. `before` and `after`: strictly before the first or after
 * the last paragraph of prose. `head` and `tail`: there, or close to it. `edges`: head or tail. `anywhere`: also
 * between paragraphs.
 */
export type Place = 'before' | 'after' | 'head' | 'tail' | 'edges' | 'anywhere';

/** A line of text that is not the article. */
export interface LineRule {
  /** Also the message key of the reason that people are shown: `removal_<group>`. */
  group: RemovalGroup;
  id: string;
  place: Place;
  /** Tested against the line folded by `foldForMatch`: NFKC, lower case, no white space, so ， is a comma and ： a colon. */
  pattern: RegExp;
  /** Longest line, in characters, that the rule may take. */
  maxLength: number;
  /** The line says where the text comes from and moves to the article's provenance. */
  provenance?: ProvenanceKind;
  /** What follows goes as well: `lists` of links, pictures and short lines until prose begins again, `all` to the end, or in the last part of a text what is `closing`: all up to the notes. */
  endsArticle?: 'lists' | 'all' | 'closing';
  /** The line just below goes as well where it has this, in as many characters. */
  companion?: RegExp;
  matches: readonly string[];
  spares: readonly string[];
  why: string;
}

/** A box known by words in its class or id. */
export interface BoxRule {
  group: RemovalGroup;
  id: string;
  /** Tested against the class and the id, lower case, with camelCase parted by hyphens. */
  pattern: RegExp;
  /** A box with more characters of text than this is spared: the name misleads. */
  maxLength: number;
  matches: readonly string[];
  spares: readonly string[];
  why: string;
}

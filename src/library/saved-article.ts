import type { Article } from '../article/article.ts';

/** What the library keeps under one key for one article. */
export interface SavedArticle {
  /** Derived from the canonical address, so that saving the same page twice updates. */
  id: string;
  schema: number;
  /** Milliseconds since the epoch. */
  savedAt: number;
  updatedAt: number;
  article: Article;
}

/** One row of the small index: what the list shows without reading the article. */
export interface IndexEntry {
  id: string;
  url: string;
  title: string;
  byline: string;
  siteName: string;
  publishedTime: string;
  excerpt: string;
  length: number;
  savedAt: number;
  updatedAt: number;
}

/**
 * What became of a save. It fails for want of room, because the store gave back something else than was written, because
 * what came is no article, because the page belongs to an extension that was updated meanwhile, or for another reason.
 */
export type SaveOutcome =
  | { kind: 'saved'; id: string; updated: boolean }
  | { kind: 'failed'; reason: 'quota' | 'unreadable-after-write' | 'invalid' | 'left-behind' | 'internal' };

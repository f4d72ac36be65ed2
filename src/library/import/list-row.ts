import type { BookmarkQuote, BookmarkSource } from './bookmark.ts';

/** One row of another service's list, as it stands there. */
export interface ListRow {
  url: string;
  title: string;
  /** Seconds since the epoch, or a date in words of ISO 8601; empty when unknown. */
  added: string;
  tags: string[];
  read: boolean;
  quotes: BookmarkQuote[];
}

/** A list, and whose it is. */
export interface ForeignList {
  source: BookmarkSource;
  rows: ListRow[];
}

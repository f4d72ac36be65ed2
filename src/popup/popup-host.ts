import type { Article } from '../article/article.ts';
import type { IndexEntry, SavedArticle, SaveOutcome } from '../library/saved-article.ts';
import type { SearchHit } from '../library/search.ts';
import type { Extraction, ReaderState } from '../messages.ts';
import type { Theme } from '../settings.ts';
import type { Shelf } from '../ui/use-saving.ts';

/** What the page of the active tab answers; `forbidden` when no extension may read it. */
export type PageOutcome = Extraction | { kind: 'forbidden' };

/** The library as the popup sees it. */
export interface PopupLibrary {
  list(): Promise<IndexEntry[]>;
  search(query: string, signal: AbortSignal): AsyncIterable<SearchHit>;
  remove(id: string): Promise<SavedArticle | undefined>;
  restore(saved: SavedArticle): Promise<SaveOutcome>;
  onChange(callback: () => void, signal: AbortSignal): void;
}

/** Everything the popup asks of the browser. */
export interface PopupHost extends Shelf {
  theme: Theme;
  library: PopupLibrary;
  readPage(options: { force: boolean }): Promise<PageOutcome>;
  /** Opens the reader over the page, at a section if one is given; the popup is gone once it is open. */
  openReader(options: { force: boolean; sectionId?: string }): Promise<ReaderState>;
  openSaved(id: string): void;
  /** The binding of the reader's shortcut as the browser has it; empty when there is none. */
  shortcut(): Promise<string>;
  openShortcutSettings(): void;
}

/** An article of the page, and whether it took insisting to get it. */
export interface PageArticle {
  article: Article;
  forced: boolean;
}

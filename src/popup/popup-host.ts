import type { Article } from '../article/article.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { Extraction, ReaderState } from '../messages.ts';
import type { HitPlace } from '../ui/list/place-of-hit.ts';
import type { ReprintDesk } from '../ui/reprint/use-reprint.ts';
import type { Shelf } from '../ui/use-saving.ts';

/** What the page of the active tab answers; `forbidden` when no extension may read it. */
export type PageOutcome = Extraction | { kind: 'forbidden' };

/** Everything the popup asks of the browser. */
export interface PopupHost extends Shelf, ReprintDesk {
  library: LibraryAccess;
  readPage(options: { force: boolean }): Promise<PageOutcome>;
  /** Opens the reader over the page, at a section if one is given; the popup is gone once it is open. */
  openReader(options: { force: boolean; sectionId?: string }): Promise<ReaderState>;
  /** Whether the reader opens by itself on a site. */
  opensByItself(site: string): Promise<boolean>;
  /** Lets it, or no longer, and answers what holds then: the browser may ask, and the person may refuse. To be called on a click. */
  openByItself(site: string, opens: boolean): Promise<boolean>;
  /** Opens a saved article, at a place in it if one is given. */
  openSaved(id: string, place?: HitPlace): void;
  /** Opens the library's own page, where room can be made if that is wanted. */
  openLibrary(options?: { room: boolean }): void;
  /** The binding of the reader's shortcut as the browser has it; empty when there is none. */
  shortcut(): Promise<string>;
  openShortcutSettings(): void;
}

/** An article of the page, and whether it took insisting to get it. */
export interface PageArticle {
  article: Article;
  forced: boolean;
}

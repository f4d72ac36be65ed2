import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryCare } from '../library/library-care.ts';

/** Everything the library's page asks of the browser. */
export interface LibraryHost {
  library: LibraryAccess;
  care: LibraryCare;
  /** Opens a saved article, where these words first stand in it if any are given. */
  openSaved(id: string, words?: string): void;
}

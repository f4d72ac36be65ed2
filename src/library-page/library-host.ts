import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryCare } from '../library/library-care.ts';
import type { HitPlace } from '../ui/list/place-of-hit.ts';

/** Everything the library's page asks of the browser. */
export interface LibraryHost {
  library: LibraryAccess;
  care: LibraryCare;
  /** Opens a saved article, at a place in it if one is given. */
  openSaved(id: string, place?: HitPlace): void;
}

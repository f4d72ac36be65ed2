import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryCare } from '../library/library-care.ts';
import type { Theme } from '../settings.ts';

/** Everything the library's page asks of the browser. */
export interface LibraryHost {
  theme: Theme;
  library: LibraryAccess;
  care: LibraryCare;
  openSaved(id: string): void;
  onThemeChange(callback: (theme: Theme) => void, signal: AbortSignal): void;
}

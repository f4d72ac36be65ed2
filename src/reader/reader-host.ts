import type { Shelf } from '../ui/use-saving.ts';
import type { ThemeKeeper } from '../ui/use-theme.ts';

/** What the reader asks of the place it is mounted in: over a page, or in a page of its own. */
export interface ReaderHost extends Shelf, ThemeKeeper {
  /** Leaves the reader; absent where there is nothing to go back to. */
  close?(): void;
  /** Calls back for each key pressed while the reader has the keyboard, until the signal is aborted. */
  onKeyDown(callback: (event: KeyboardEvent) => void, signal: AbortSignal): void;
}

/** A wish to be at a section; a new object is a new wish, even for the same section. */
export interface Destination {
  sectionId: string;
}

import type { ReprintDesk } from '../ui/reprint/use-reprint.ts';
import type { Shelf } from '../ui/use-saving.ts';
import type { SettingsKeeper } from '../ui/use-settings.ts';
import type { AnnotationKeeper } from './tools/annotations/use-annotations.ts';
import type { PageReading } from './tools/use-shown-article.ts';
import type { KindKeeper } from './tools/removals/use-given-back.ts';
import type { SavedPictures } from './saved-pictures.ts';
import type { PlaceKeeper } from './use-reading-place.ts';

/** What the reader asks of the place it is mounted in: over a page, or in a page of its own. */
export interface ReaderHost extends Shelf, SettingsKeeper, KindKeeper, AnnotationKeeper, PageReading, PlaceKeeper, Partial<ReprintDesk> {
  /** Leaves the reader; absent where there is nothing to go back to. */
  close?(): void;
  /** Absent where pictures come from the page that is open anyway. */
  pictures?: SavedPictures;
  /** Calls back for each key pressed while the reader has the keyboard, until the signal is aborted. */
  onKeyDown(callback: (event: KeyboardEvent) => void, signal: AbortSignal): void;
}

/** A wish to be at a section, at a highlight, or where words first stand; a new object is a new wish, even for the same place. */
export interface Destination {
  sectionId?: string;
  words?: string;
  /** The sentence in which the words are meant. */
  sentence?: string;
  annotationId?: string;
}

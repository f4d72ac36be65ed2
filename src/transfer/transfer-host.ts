import type { ExportedFile, ExportFormat } from '../library/export/export-file.ts';
import type { ReadingWatch } from '../library/export/library-source.ts';
import type { ImportOutcome } from '../library/import/apply-import.ts';
import type { Bookmark } from '../library/import/bookmark.ts';
import type { FileReading } from '../library/import/import-file.ts';
import type { ImportPlan } from '../library/import/plan-import.ts';

/** Everything that the page of imports and exports asks of the browser and of the library. */
export interface TransferHost {
  /** The articles to choose from: `all` there are but those in the bin, and those that were `selected` elsewhere. */
  ids(): Promise<{ all: string[]; selected: string[] }>;
  makeFile(wanted: { format: ExportFormat; ids: readonly string[]; withPictures: boolean }, watch: ReadingWatch): Promise<ExportedFile>;
  /** How many bytes the kept pictures take. */
  pictureBytes(): Promise<number>;
  /** Hands a file to the person, as a download. */
  offer(file: ExportedFile): void;
  /** Reads a file and says what taking it in would do; changes nothing. */
  read(file: Blob): Promise<FileReading>;
  take(plan: ImportPlan, watch: ReadingWatch): Promise<ImportOutcome>;
  bookmarks(): Promise<Bookmark[]>;
  removeBookmark(id: string): Promise<void>;
  /** Calls back when articles or bookmarks came or went, until the signal is aborted. */
  onChange(callback: () => void, signal: AbortSignal): void;
}

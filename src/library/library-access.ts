import { readAnnotations } from './annotations.ts';
import type { BackupCare } from './backup-reminder.ts';
import { backupCare } from './backup-reminder.ts';
import { keepGlance, readGlance } from './glance.ts';
import { letGo, moveToBin, removeExpired, removeForGood, takeFromBin } from './bin.ts';
import { onLibraryChange } from './library.ts';
import type { Marks } from './marks.ts';
import { changeMarks } from './marks.ts';
import { setRead } from './progress.ts';
import { createRecentTexts } from './recent-texts.ts';
import { pictureBytes } from './pictures/picture-store.ts';
import { bytesInUse } from './record-store.ts';
import type { FirstRows, LibraryRows } from './rows.ts';
import { readFirstRows, readRows, readRowsOf } from './rows.ts';
import type { SearchHit } from './search.ts';
import { createSearcher } from './search.ts';
import type { Snippet } from './snippet.ts';
import { findNote, findSnippet } from './snippet.ts';
import type { WayBack } from './way-back.ts';

/** The library as the pages that list it see it. */
export interface LibraryAccess {
  /** The newest rows as they were seen last, at once; undefined where none were. */
  glance(): FirstRows | undefined;
  keepGlance(rows: FirstRows): void;
  /** The newest rows as they are. */
  first(): Promise<FirstRows>;
  /** All rows, with archive and bin, newest first, and what could not be read. */
  all(): Promise<LibraryRows>;
  rowsOf(ids: readonly string[]): Promise<LibraryRows>;
  /** The hits as they are found, some at a time. */
  search(query: string, signal: AbortSignal): AsyncIterable<SearchHit[]>;
  /** The sentence of an article, or of a note on it, in which one of the folded terms stands; undefined where none does. */
  snippet(id: string, terms: readonly string[]): Promise<Snippet | undefined>;
  /** These five give the way back; from letting go, until the next sweep. */
  letGo(ids: readonly string[]): Promise<WayBack>;
  moveToBin(ids: readonly string[]): Promise<WayBack>;
  takeFromBin(ids: readonly string[]): Promise<WayBack>;
  mark(ids: readonly string[], change: (marks: Marks) => Marks): Promise<WayBack>;
  setRead(ids: readonly string[], read: boolean): Promise<WayBack>;
  /** At once, and without a way back. */
  removeForGood(ids: readonly string[]): Promise<void>;
  /** Removes for good what was let go, and what has waited its time in the bin. */
  sweep(): Promise<void>;
  /** How much room is taken, by pictures too. */
  bytesInUse(): Promise<number>;
  backup: BackupCare;
  onChange(callback: (ids: string[]) => void, signal: AbortSignal): void;
}

const searcher = createSearcher();
const recentTexts = createRecentTexts();

/** The library of this browser. */
export const libraryAccess: LibraryAccess = {
  glance: readGlance,
  keepGlance,
  first: readFirstRows,
  all: async () => {
    const all = await readRows();
    searcher.know(all.rows);
    return all;
  },
  rowsOf: readRowsOf,
  search: (query, signal) => searcher.search(query, signal),
  snippet: async (id, terms) => {
    const text = await recentTexts.read(id);
    return (text === undefined ? undefined : findSnippet(text, terms)) ?? findNote(await readAnnotations(id), terms);
  },
  moveToBin,
  takeFromBin,
  letGo,
  sweep: () => removeExpired(Date.now()),
  removeForGood,
  mark: changeMarks,
  setRead,
  bytesInUse: async () => (await bytesInUse()) + (await pictureBytes()),
  backup: backupCare,
  onChange: (callback, signal) => onLibraryChange((ids) => {
    searcher.forget(ids);
    recentTexts.forget(ids);
    callback(ids);
  }, signal),
};

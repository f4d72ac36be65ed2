import { moveToBin, removeForGood, takeFromBin } from './bin.ts';
import { onLibraryChange, searchSaved } from './library.ts';
import { newestFirst } from './list-head.ts';
import type { Marks } from './marks.ts';
import { changeMarks } from './marks.ts';
import { forgetProgress, saveProgress } from './progress.ts';
import { bytesInUse } from './record-store.ts';
import type { FirstRows, LibraryRow, LibraryRows } from './rows.ts';
import { readFirstRows, readRows, readRowsOf } from './rows.ts';
import type { SearchHit } from './search.ts';

/** The library as the pages that list it see it. */
export interface LibraryAccess {
  /** The newest rows, at once. */
  first(): Promise<FirstRows>;
  /** All rows, with archive and bin, newest first, and what could not be read. */
  all(): Promise<LibraryRows>;
  rowsOf(ids: readonly string[]): Promise<LibraryRow[]>;
  search(query: string, signal: AbortSignal): AsyncIterable<SearchHit>;
  moveToBin(ids: readonly string[]): Promise<void>;
  takeFromBin(ids: readonly string[]): Promise<void>;
  removeForGood(ids: readonly string[]): Promise<void>;
  mark(ids: readonly string[], change: (marks: Marks) => Marks): Promise<void>;
  setRead(ids: readonly string[], read: boolean): Promise<void>;
  /** How much of the browser's store is taken. */
  bytesInUse(): Promise<number>;
  onChange(callback: (ids: string[]) => void, signal: AbortSignal): void;
}

/** The library of this browser. */
export const libraryAccess: LibraryAccess = {
  first: readFirstRows,
  all: readRows,
  rowsOf: readRowsOf,
  search: searchSaved,
  moveToBin,
  takeFromBin,
  removeForGood,
  mark: changeMarks,
  setRead: async (ids, read) => {
    if (!read) return forgetProgress(ids);
    await Promise.all(ids.map((id) => saveProgress(id, 1, '')));
  },
  bytesInUse,
  onChange: onLibraryChange,
};

/** The list after some of its articles changed: `fresh` has the rows of those that are still there. */
export function mergeRows(rows: readonly LibraryRow[], ids: readonly string[], fresh: readonly LibraryRow[]): LibraryRow[] {
  const changed = new Set(ids);
  const kept = rows.filter(({ id }) => !changed.has(id));
  return [...kept, ...fresh].sort(newestFirst);
}

import { onLibraryChange } from './library.ts';
import { newestFirst } from './list-head.ts';
import type { LibraryRow } from './rows.ts';
import { readRows, readRowsOf } from './rows.ts';

/** Makes a reader of the whole list, newest first, with archive and bin, that reads all of it once, and then only what has changed. */
export function createRowsReader(signal: AbortSignal): () => Promise<LibraryRow[]> {
  const kept: { rows?: LibraryRow[] | undefined; changed: Set<string>; reading: Promise<unknown> } = { changed: new Set(), reading: Promise.resolve() };
  const read = async (): Promise<LibraryRow[]> => {
    const [rows, changed] = [kept.rows, [...kept.changed]];
    // Where this reading fails, the next one reads all.
    kept.rows = undefined;
    kept.changed.clear();
    return (kept.rows = rows ? mergeRows(rows, changed, (await readRowsOf(changed)).rows) : (await readRows()).rows);
  };
  onLibraryChange((ids) => ids.forEach((id) => kept.changed.add(id)), signal);
  // One after the other: a reader that knows less must not end last.
  return () => {
    const reading = kept.reading.then(read, read);
    kept.reading = reading;
    return reading;
  };
}

/** The list after some of its articles changed: `fresh` has the rows of those that are still there. */
export function mergeRows(rows: readonly LibraryRow[], ids: readonly string[], fresh: readonly LibraryRow[]): LibraryRow[] {
  const changed = new Set(ids);
  const kept = rows.filter(({ id }) => !changed.has(id));
  return [...kept, ...fresh].sort(newestFirst);
}

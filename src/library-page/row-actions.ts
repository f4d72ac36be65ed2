import type { LibraryAccess } from '../library/library-access.ts';
import type { Marks } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import type { Deletion } from '../ui/list/use-deletion.ts';

/** What can be done with one row, or with all chosen ones; each toggles by what the first of them is. */
export interface RowActions {
  star(rows: readonly LibraryRow[]): void;
  archive(rows: readonly LibraryRow[]): void;
  markRead(rows: readonly LibraryRow[]): void;
  remove(rows: readonly LibraryRow[]): void;
  putBack(rows: readonly LibraryRow[]): void;
  removeForGood(rows: readonly LibraryRow[]): void;
  addTag(rows: readonly LibraryRow[], tag: string): void;
  removeTag(rows: readonly LibraryRow[], tag: string): void;
}

/** Wires the actions to a library; what fails is told through `onFailure`. */
export function createRowActions(library: LibraryAccess, deletion: Deletion, onFailure: (error: unknown) => void): RowActions {
  const run = (deed: Promise<void>): void => void deed.catch(onFailure);
  const mark = (rows: readonly LibraryRow[], change: (marks: Marks) => Marks): void => run(library.mark(idsOf(rows), change));
  return {
    star: (rows) => mark(rows, (marks) => ({ ...marks, star: rows[0]?.star !== true })),
    archive: (rows) => mark(rows, (marks) => ({ ...marks, archived: rows[0]?.archived !== true })),
    markRead: (rows) => run(library.setRead(idsOf(rows), (rows[0]?.fraction ?? 0) < 1)),
    remove: (rows) => run(deletion.remove(idsOf(rows), rows[0]?.title ?? '')),
    putBack: (rows) => run(library.takeFromBin(idsOf(rows))),
    removeForGood: (rows) => run(library.removeForGood(idsOf(rows))),
    addTag: (rows, tag) => mark(rows, (marks) => ({ ...marks, tags: [...marks.tags, tag] })),
    removeTag: (rows, tag) => mark(rows, (marks) => ({ ...marks, tags: marks.tags.filter((other) => other !== tag) })),
  };
}

function idsOf(rows: readonly LibraryRow[]): string[] {
  return rows.map(({ id }) => id);
}

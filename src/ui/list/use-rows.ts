import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryAccess } from '../../library/library-access.ts';
import { mergeRows } from '../../library/library-access.ts';
import { isListed } from '../../library/marks.ts';
import type { FirstRows, LibraryRow, LibraryRows } from '../../library/rows.ts';
import type { BrokenRecord } from '../../library/saved-records.ts';

/** The rows known so far, newest first. */
export interface Rows {
  /** Undefined until the first are there. */
  rows: LibraryRow[] | undefined;
  /** How many stand in the list, as far as is known. */
  total: number;
  /** Whether these are all, with archive and bin. */
  complete: boolean;
  /** What could not be read, once all was. */
  broken: BrokenRecord[];
  /** Counts the changes seen. */
  revision: number;
  /** Reads the rest; once, however often it is asked. */
  readAll: () => void;
}

type Known = Omit<Rows, 'readAll'>;

/** The first rows at once and the others when they are asked for, kept up to date with what changes here or elsewhere. Who has read the first ones gives them. */
export function useRows(library: LibraryAccess, first?: FirstRows): Rows {
  const [known, setKnown] = useState<Known>({ rows: first?.rows, total: first?.total ?? 0, complete: false, broken: [], revision: 0 });
  const asked = useRef(false);
  const readAll = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    void library.all().then((all) => setKnown((before) => withAll(before, all)));
  }, [library]);
  // Before the next frame: the first rows may be there for it.
  useLayoutEffect(() => {
    const life = new AbortController();
    library.onChange((ids) => {
      void library.rowsOf(ids).then((fresh) => {
        if (!life.signal.aborted) setKnown((before) => withChanges(before, ids, fresh));
      });
    }, life.signal);
    if (!first) void library.first().then(({ rows, total }) => {
      if (!life.signal.aborted) setKnown((before) => (before.complete ? before : { ...before, rows, total, revision: before.revision + 1 }));
    });
    return () => life.abort();
  }, [library]);
  return { ...known, readAll };
}

function withAll(before: Known, { rows, broken }: LibraryRows): Known {
  return { rows, broken, total: rows.filter(isListed).length, complete: true, revision: before.revision + 1 };
}

/** Until all rows are known, one that is older than the known ones stays out: it has its place further down. */
function withChanges(before: Known, ids: readonly string[], fresh: readonly LibraryRow[]): Known {
  const { rows = [], complete } = before;
  const oldest = rows.at(-1)?.savedAt ?? 0;
  const isKnown = new Set(rows.map(({ id }) => id));
  const placed = fresh.filter((row) => complete || isKnown.has(row.id) || row.savedAt >= oldest);
  const merged = mergeRows(rows, ids, complete ? placed : placed.filter(isListed));
  const listed = merged.filter(isListed).length - rows.filter(isListed).length;
  const broken = before.broken.filter(({ id }) => !ids.includes(id));
  return { rows: merged, total: before.total + listed, complete, broken, revision: before.revision + 1 };
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mergeRows } from '../../library/kept-rows.ts';
import type { LibraryAccess } from '../../library/library-access.ts';
import { headLength } from '../../library/list-head.ts';
import { isListed } from '../../library/marks.ts';
import type { FirstRows, LibraryRow, LibraryRows } from '../../library/rows.ts';
import { isSameRecord } from '../../library/same-record.ts';
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
  /** Whether the store gave no answer; what is shown then is what was seen last. */
  failed: boolean;
  /** Counts the changes seen; 0 for what another page saw. */
  revision: number;
  /** Reads the rest; once, however often it is asked. */
  readAll: () => void;
}

type Known = Omit<Rows, 'readAll'>;

/** The first rows at once and the others when they are asked for, kept up to date with what changes here or elsewhere. */
export function useRows(library: LibraryAccess): Rows {
  const [known, setKnown] = useState<Known>(() => ({ rows: undefined, total: 0, ...library.glance(), complete: false, broken: [], failed: false, revision: 0 }));
  const asked = useRef(false);
  const fail = useCallback((error: unknown) => {
    console.error('the library cannot be read', error);
    setKnown((before) => ({ ...before, failed: true }));
  }, []);
  const readAll = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    library.all().then((all) => setKnown((before) => withAll(before, all)), fail);
  }, [library, fail]);
  // Before the next frame: the answer may be there for it.
  useLayoutEffect(() => {
    const life = new AbortController();
    library.onChange((ids) => {
      void library.rowsOf(ids).then((fresh) => {
        if (!life.signal.aborted) setKnown((before) => withChanges(before, ids, fresh));
      });
    }, life.signal);
    library.first().then((first) => {
      if (!life.signal.aborted) setKnown((before) => withFirst(before, first));
    }, fail);
    return () => life.abort();
  }, [library, fail]);
  useEffect(() => {
    if (known.rows && known.revision > 0) library.keepGlance({ rows: known.rows.filter(isListed).slice(0, headLength), total: known.total });
  }, [library, known]);
  return { ...known, readAll };
}

/** What is as it was seen before needs no second drawing. */
function withFirst(before: Known, { rows, total }: FirstRows): Known {
  const isKnown = before.complete || (before.total === total && isSameRecord(before.rows, rows));
  return isKnown ? before : { ...before, rows, total, revision: before.revision + 1 };
}

function withAll(before: Known, { rows, broken }: LibraryRows): Known {
  return { rows, broken, total: rows.filter(isListed).length, complete: true, failed: false, revision: before.revision + 1 };
}

/** Until all rows are known, one that is older than the known ones stays out: it has its place further down. */
function withChanges(before: Known, ids: readonly string[], fresh: LibraryRows): Known {
  const { rows = [], complete } = before;
  const oldest = rows.at(-1)?.savedAt ?? 0;
  const isKnown = new Set(rows.map(({ id }) => id));
  const placed = fresh.rows.filter((row) => complete || isKnown.has(row.id) || row.savedAt >= oldest);
  const merged = mergeRows(rows, ids, complete ? placed : placed.filter(isListed));
  const listed = merged.filter(isListed).length - rows.filter(isListed).length;
  const broken = [...before.broken.filter(({ id }) => !ids.includes(id)), ...fresh.broken];
  return { ...before, rows: merged, total: before.total + listed, broken, revision: before.revision + 1 };
}

import { useCallback, useMemo, useState } from 'preact/hooks';
import type { LibraryRow } from '../library/rows.ts';

/** Which rows are chosen, to do something with all of them. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** The chosen rows that are still there. */
  rows: LibraryRow[];
  /** Chooses or leaves one; with `range`, all from the one touched before to this one. */
  toggle(id: string, range: boolean): void;
  /** Chooses one without leaving the others. */
  add(id: string): void;
  all(): void;
  clear(): void;
}

interface Chosen {
  ids: ReadonlySet<string>;
  last: string | undefined;
}

const none: Chosen = { ids: new Set(), last: undefined };

/** Keeps a selection among the rows that are shown. */
export function useSelection(shown: readonly LibraryRow[]): Selection {
  const [{ ids }, setChosen] = useState<Chosen>(none);
  const rows = useMemo(() => (ids.size === 0 ? [] : shown.filter(({ id }) => ids.has(id))), [ids, shown]);
  const toggle = useCallback((id: string, range: boolean) => setChosen((before) => toggled(before, { id, range, shown })), [shown]);
  const add = useCallback((id: string) => setChosen((before) => ({ ids: new Set([...before.ids, id]), last: id })), []);
  const all = useCallback(() => setChosen({ ids: new Set(shown.map(({ id }) => id)), last: undefined }), [shown]);
  const clear = useCallback(() => setChosen(none), []);
  return { ids, rows, toggle, add, all, clear };
}

function toggled({ ids, last }: Chosen, { id, range, shown }: { id: string; range: boolean; shown: readonly LibraryRow[] }): Chosen {
  const fresh = new Set(ids);
  if (range && last !== undefined) {
    for (const between of rowsBetween(shown, last, id)) fresh.add(between);
  } else if (!fresh.delete(id)) {
    fresh.add(id);
  }
  return { ids: fresh, last: id };
}

function rowsBetween(shown: readonly LibraryRow[], one: string, other: string): string[] {
  const places = [one, other].map((wanted) => shown.findIndex(({ id }) => id === wanted)).sort((a, b) => a - b);
  const [from = -1, to = -1] = places;
  return from < 0 ? [other] : shown.slice(from, to + 1).map(({ id }) => id);
}

import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Arrangement } from '../library/arrange.ts';
import { arrange, isSought, plainArrangement } from '../library/arrange.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryRow } from '../library/rows.ts';
import { parseQuery } from '../library/search-query.ts';
import type { Rows } from '../ui/list/use-rows.ts';
import { useRows } from '../ui/list/use-rows.ts';
import type { SearchState } from '../ui/list/use-search.ts';
import { useNarrowed, useSearch } from '../ui/list/use-search.ts';
import type { Undo } from '../ui/list/use-undo.ts';
import { useUndo } from '../ui/list/use-undo.ts';
import type { RowActions } from './row-actions.ts';
import { createRowActions } from './row-actions.ts';
import type { Selection } from './use-selection.ts';
import { useSelection } from './use-selection.ts';

/** The state of the library's page. */
export interface Shelf {
  saved: Rows;
  arrangement: Arrangement;
  arrangeBy: (arrangement: Arrangement) => void;
  query: string;
  setQuery: (query: string) => void;
  search: SearchState | undefined;
  /** What the list shows, in its order. */
  shown: LibraryRow[];
  /** The folded words that are looked for. */
  terms: readonly string[];
  selection: Selection;
  undo: Undo;
  actions: RowActions;
  /** The last action did not work. */
  failed: boolean;
}

/** Keeps the state of the library's page. */
export function useShelf(library: LibraryAccess): Shelf {
  const saved = useRows(library);
  const [arrangement, setArrangement] = useState(plainArrangement);
  const [query, setQuery] = useState('');
  const [failed, setFailed] = useState(false);
  const search = useNarrowed(useSearch(library, query, saved.revision), useCallback((row: LibraryRow) => isSought(row, arrangement), [arrangement]));
  const undo = useUndo();
  const { keep, tell } = undo;
  const shown = useMemo(() => search?.hits.map(({ entry }) => entry) ?? arrange(saved.rows ?? [], arrangement), [saved.rows, arrangement, search]);
  const terms = useMemo(() => parseQuery(search?.query ?? '').terms, [search?.query]);
  const selection = useSelection(shown);
  const actions = useMemo(() => createRowActions(library, { keep, tell }, (error) => {
    console.error('something in the library could not be changed', error);
    setFailed(true);
  }), [library, keep, tell]);
  useEffect(saved.readAll, [saved.readAll]);
  useEffect(() => setFailed(false), [saved.revision]);
  const arrangeBy = useCallback((fresh: Arrangement): void => {
    selection.clear();
    setArrangement(fresh);
  }, [selection.clear]);
  return { saved, arrangement, arrangeBy, query, setQuery, search, shown, terms, selection, undo, actions, failed };
}

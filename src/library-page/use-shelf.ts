import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Arrangement, Facets } from '../library/arrange.ts';
import { arrange, facetsOf, isSought } from '../library/arrange.ts';
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
import { useView } from './use-view.ts';

/** The state of the library's page. */
export interface Shelf {
  saved: Rows;
  arrangement: Arrangement;
  arrangeBy: (arrangement: Arrangement) => void;
  query: string;
  setQuery: (query: string) => void;
  search: SearchState | undefined;
  /** What the list can be narrowed to. */
  facets: Facets;
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
  const view = useView();
  const { arrangement, query, setQuery } = view;
  const [failed, setFailed] = useState(false);
  const found = useSearch(library, query, saved.revision);
  const search = useNarrowed(found, useCallback((row: LibraryRow) => isSought(row, arrangement), [arrangement]));
  const facets = useFacets(saved.rows, useRested(found), arrangement);
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
  // By the way back, too.
  useEffect(selection.clear, [arrangement]);
  return { saved, arrangement, arrangeBy: view.arrangeBy, query, setQuery, search, facets, shown, terms, selection, undo, actions, failed };
}

/** Milliseconds; whoever types on is not kept waiting by the counts. */
const rest = 250;

/** The last search that was ended, once nobody types any more; undefined where there is none. */
function useRested(found: SearchState | undefined): SearchState | undefined {
  const [rested, setRested] = useState<SearchState>();
  useEffect(() => {
    if (found === undefined) setRested(undefined);
    if (found?.done !== true) return undefined;
    const timer = setTimeout(() => setRested(found), rest);
    return () => clearTimeout(timer);
  }, [found]);
  return found && rested;
}

function useFacets(rows: readonly LibraryRow[] | undefined, search: SearchState | undefined, arrangement: Arrangement): Facets {
  return useMemo(() => facetsOf(search?.hits.map(({ entry }) => entry) ?? rows ?? [], arrangement, search !== undefined), [rows, search, arrangement]);
}

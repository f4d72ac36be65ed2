import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Arrangement } from '../library/arrange.ts';
import { arrange, plainArrangement } from '../library/arrange.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryRow } from '../library/rows.ts';
import type { SearchHit } from '../library/search.ts';
import type { Deletion } from '../ui/list/use-deletion.ts';
import { useDeletion } from '../ui/list/use-deletion.ts';
import type { Rows } from '../ui/list/use-rows.ts';
import { useRows } from '../ui/list/use-rows.ts';
import type { SearchState } from '../ui/list/use-search.ts';
import { useSearch } from '../ui/list/use-search.ts';
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
  shown: SearchHit[];
  selection: Selection;
  deletion: Deletion;
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
  const search = useSearch(library, query, saved.revision);
  const deletion = useDeletion(library);
  const shown = useMemo(() => rowsToShow(saved.rows ?? [], arrangement, search), [saved.rows, arrangement, search]);
  const selection = useSelection(useMemo(() => shown.map(({ entry }) => entry), [shown]));
  const actions = useMemo(() => createRowActions(library, deletion, (error) => {
    console.error('something in the library could not be changed', error);
    setFailed(true);
  }), [library, deletion.remove]);
  useEffect(saved.readAll, [saved.readAll]);
  useEffect(() => setFailed(false), [saved.revision]);
  const arrangeBy = (fresh: Arrangement): void => {
    selection.clear();
    setArrangement(fresh);
  };
  return { saved, arrangement, arrangeBy, query, setQuery, search, shown, selection, deletion, actions, failed };
}

/** A search looks in all that is kept, the archive too, unless the list is narrowed to something. */
function rowsToShow(rows: readonly LibraryRow[], arrangement: Arrangement, search: SearchState | undefined): SearchHit[] {
  if (search === undefined) return arrange(rows, arrangement).map((entry) => ({ entry, snippet: entry.excerpt, ranges: [], titleRanges: [] }));
  const { state, site, author, tag } = arrangement;
  if (state === 'all' && site + author + tag === '') return search.hits;
  const allowed = new Set(arrange(rows, arrangement).map(({ id }) => id));
  return search.hits.filter(({ entry }) => allowed.has(entry.id));
}

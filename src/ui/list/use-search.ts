import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryAccess } from '../../library/library-access.ts';
import type { LibraryRow } from '../../library/rows.ts';
import type { SearchHit } from '../../library/search.ts';
import { isEmptyQuery, parseQuery } from '../../library/search-query.ts';

/** Hits so far; `done` once all has been searched, or could not be. */
export interface SearchState {
  query: string;
  hits: SearchHit[];
  done: boolean;
  failed: boolean;
}

/** Searches the library as one types; undefined while there is nothing to look for. `revision` searches again. */
export function useSearch(library: LibraryAccess, query: string, revision: number): SearchState | undefined {
  const [state, setState] = useState<SearchState>();
  const wanted = isEmptyQuery(parseQuery(query)) ? '' : query.trim();
  // Before the next frame: an answer is often there for it.
  useLayoutEffect(() => {
    if (wanted === '') {
      setState(undefined);
      return undefined;
    }
    const life = new AbortController();
    void run({ library, query: wanted, signal: life.signal, show: setState });
    return () => life.abort();
  }, [library, wanted, revision]);
  return wanted === '' ? undefined : state;
}

/** A search of which only some hits count. */
export function useNarrowed(search: SearchState | undefined, counts: (row: LibraryRow) => boolean): SearchState | undefined {
  return useMemo(() => search && { ...search, hits: search.hits.filter(({ entry }) => counts(entry)) }, [search, counts]);
}

interface Run {
  library: LibraryAccess;
  query: string;
  signal: AbortSignal;
  show: (state: SearchState) => void;
}

/** Often enough that one sees it grow, seldom enough that a short search is drawn once and a long list of hits is not sorted again and again. */
const showEvery = 80;

/** The hits of the query before stay until the first new one is there, so that nothing flickers while typing. */
async function run({ library, query, signal, show }: Run): Promise<void> {
  const hits: SearchHit[] = [];
  let shown = performance.now();
  let failed = false;
  try {
    for await (const found of library.search(query, signal)) {
      if (signal.aborted) return;
      hits.push(...found);
      if (performance.now() - shown < showEvery) continue;
      shown = performance.now();
      show({ query, hits: ranked(hits), done: false, failed: false });
    }
  } catch (error) {
    console.error('the search broke off', error);
    failed = true;
  }
  if (!signal.aborted) show({ query, hits: ranked(hits), done: true, failed });
}

function ranked(hits: readonly SearchHit[]): SearchHit[] {
  return [...hits].sort((a, b) => b.score - a.score || b.entry.savedAt - a.entry.savedAt);
}

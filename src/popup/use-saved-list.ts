import { useEffect, useState } from 'preact/hooks';
import type { IndexEntry } from '../library/saved-article.ts';
import type { PopupLibrary } from './popup-host.ts';

/** The library's rows, newest first; `revision` counts the changes seen. */
export interface SavedList {
  /** Undefined until they are read. */
  entries: IndexEntry[] | undefined;
  revision: number;
}

/** Keeps the rows up to date with what is saved and deleted, here or elsewhere. */
export function useSavedList(library: PopupLibrary): SavedList {
  const [list, setList] = useState<SavedList>({ entries: undefined, revision: 0 });
  useEffect(() => {
    const life = new AbortController();
    const read = async (): Promise<void> => {
      const entries = await library.list();
      if (!life.signal.aborted) setList(({ revision }) => ({ entries, revision: revision + 1 }));
    };
    library.onChange(() => void read(), life.signal);
    void read();
    return () => life.abort();
  }, [library]);
  return list;
}

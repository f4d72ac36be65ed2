import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { BookmarkIcon, SearchIcon } from '../ui/icons.tsx';
import { Message } from '../ui/message.tsx';
import type { PopupHost } from './popup-host.ts';
import { SavedRow } from './saved-row.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useDeletion } from './use-deletion.ts';
import type { SavedList } from './use-saved-list.ts';
import { useSearch } from './use-search.ts';
import type { SearchState } from './use-search.ts';

/** What was saved: the list, the search over it, and a way back from a deletion. */
export function SavedTab({ host, saved }: { host: PopupHost; saved: SavedList }): JSX.Element {
  const [query, setQuery] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const search = useSearch(host.library, query, saved.revision);
  const deletion = useDeletion(host.library);
  const rows = search?.hits ?? saved.entries?.map((entry) => ({ entry, snippet: entry.excerpt, ranges: [] })) ?? [];
  const remove = (id: string, title: string): void => {
    focusNeighbour(list.current, id);
    void deletion.remove(id, title);
  };

  return (
    <>
      {saved.entries?.length === 0 && deletion.deleted === undefined
        ? <Message icon={<BookmarkIcon filled={false} size={40} />} title={t('savedEmpty')} text={t('savedEmptyHelp')} />
        : (
          <>
            <SearchField query={query} onQuery={setQuery} search={search} />
            {search?.done === true && rows.length === 0
              ? <Message icon={<SearchIcon size={40} />} title={t('searchNothing', search.query)} text={t('searchNothingHelp')} />
              : (
                <ul class="saved-list" data-testid="saved-list" ref={list}>
                  {rows.map((row) => <SavedRow key={row.entry.id} row={row} query={search?.query ?? ''} onOpen={host.openSaved} onDelete={remove} />)}
                </ul>
              )}
          </>
        )}
      {deletion.deleted && <UndoBar key={deletion.deleted.id} deletion={deletion} />}
    </>
  );
}

function SearchField({ query, onQuery, search }: { query: string; onQuery: (query: string) => void; search: SearchState | undefined }): JSX.Element {
  return (
    <div class="search">
      <SearchIcon />
      <input
        type="search" data-testid="search" aria-label={t('search')} placeholder={t('search')} value={query}
        autocomplete="off" spellcheck={false} onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p class="visually-hidden" role="status">{search?.done === true ? t('searchFound', search.hits.length) : ''}</p>
    </div>
  );
}

/** Before a row goes, the focus moves to the one after it, or before it, so that it is not lost. */
function focusNeighbour(list: HTMLElement | null, id: string): void {
  const rows = Array.from(list?.querySelectorAll<HTMLElement>('[data-id]') ?? []);
  const place = rows.findIndex((row) => row.dataset['id'] === id);
  const neighbour = rows[place + 1] ?? rows[place - 1];
  neighbour?.querySelector<HTMLElement>('[data-testid=saved-open]')?.focus();
}

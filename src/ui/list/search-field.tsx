import type { JSX } from 'preact';
import { t } from '../../i18n.ts';
import { SearchIcon } from '../icons.tsx';
import type { SearchState } from './use-search.ts';

/** The field in which one searches; it says aloud how much was found, once all is searched. */
export function SearchField({ query, onQuery, search }: { query: string; onQuery: (query: string) => void; search: SearchState | undefined }): JSX.Element {
  return (
    <div class="search-field">
      <SearchIcon />
      <input
        type="search" data-testid="search" aria-label={t('search')} placeholder={t('search')} title={t('searchHelp')} value={query}
        autocomplete="off" spellcheck={false} onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p class="visually-hidden" role="status" data-answers={search?.done === true ? search.query : undefined}>{search?.done === true ? t('searchFound', search.hits.length) : ''}</p>
    </div>
  );
}

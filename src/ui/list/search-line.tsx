import type { JSX } from 'preact';
import { t, uiLanguage } from '../../i18n.ts';
import { parseQuery } from '../../library/search-query.ts';
import type { SearchState } from './use-search.ts';

/** How much a search has found, or that it could not be ended. */
export function searchAnswer({ hits, done, failed }: SearchState): string {
  if (failed) return t('searchFailed');
  return t(done ? 'searchFound' : 'searchFinding', hits.length.toLocaleString(uiLanguage()));
}

/** Above the hits: how many there are so far, and what of the query could not be understood. */
export function SearchLine({ query, search }: { query: string; search: SearchState | undefined }): JSX.Element | null {
  const { notDates } = parseQuery(query);
  // That there is nothing at all is said in the place of the list.
  const answer = search && (search.hits.length > 0 || search.failed) ? searchAnswer(search) : '';
  if (answer === '' && notDates.length === 0) return null;
  return (
    <div class="search-line" data-testid="search-line">
      {answer !== '' && <span data-failed={search?.failed}>{answer}</span>}
      {notDates.length > 0 && <span role="status" data-testid="search-not-date">{t('searchNotDate', [...new Set(notDates)].map((field) => `${field}:`).join(' '))}</span>}
    </div>
  );
}

import type { JSX } from 'preact';
import type { MessageKey } from '../../i18n.ts';
import { t } from '../../i18n.ts';
import { SearchIcon } from '../icons.tsx';
import { searchAnswer } from './search-line.tsx';
import type { SearchState } from './use-search.ts';

const helpId = 'search-help';

/** The field in which one searches; it says aloud how much was found, once all is searched, and shows what it understands as long as it is empty. */
export function SearchField({ query, onQuery, search }: { query: string; onQuery: (query: string) => void; search: SearchState | undefined }): JSX.Element {
  return (
    <div class="search-field">
      <SearchIcon />
      <input
        type="search" data-testid="search" aria-label={t('search')} aria-describedby={helpId} placeholder={t('search')} value={query}
        autocomplete="off" spellcheck={false} onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <div class="search-hint" id={helpId} data-testid="search-hint"><SearchHelp /></div>
      <p class="visually-hidden" role="status" data-answers={search?.done === true ? search.query : undefined}>{search?.done === true ? searchAnswer(search) : ''}</p>
    </div>
  );
}

/** What can be typed, by an example each. */
const help: [example: MessageKey | string[], meaning: MessageKey][] = [
  ['searchWords', 'searchWordsHelp'], ['searchPhrase', 'searchPhraseHelp'], [['site:', 'author:', 'tag:'], 'searchFieldsHelp'], [['after:2024-05', 'before:2025'], 'searchDatesHelp'],
];

/** What a search understands. */
export function SearchHelp(): JSX.Element {
  return (
    <dl class="search-help">
      {help.map(([example, meaning]) => (
        <div key={meaning}>
          <dt>{(Array.isArray(example) ? example : [t(example as MessageKey)]).map((one) => <kbd key={one}>{one}</kbd>)}</dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}

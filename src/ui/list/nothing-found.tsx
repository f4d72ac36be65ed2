import type { JSX } from 'preact';
import { t } from '../../i18n.ts';
import { SearchIcon } from '../icons.tsx';
import { Message } from '../message.tsx';
import { SearchHelp } from './search-field.tsx';
import type { SearchState } from './use-search.ts';

/** Nothing is said before all was looked at; where that did not work, the line above says so. */
export function NothingFound({ search: { query, done, failed } }: { search: SearchState }): JSX.Element | null {
  if (!done || failed) return null;
  return <Message icon={<SearchIcon size={40} />} title={t('searchNothing', query)} text={t('searchNothingHelp')}><SearchHelp /></Message>;
}

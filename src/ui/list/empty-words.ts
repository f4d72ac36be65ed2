import { t } from '../../i18n.ts';
import type { Arrangement } from '../../library/arrange.ts';

/** What is said where the list is narrowed to nothing: title and text. */
export function emptyWords({ state }: Pick<Arrangement, 'state'>): [title: string, text: string] {
  return state === 'bin' ? [t('binEmpty'), t('binHelp')] : [t('nothingInState'), t('nothingInStateHelp')];
}

import type { Removal } from '../article/article.ts';
import { t } from '../i18n.ts';

/** Why a block was hidden, in the reader's language. */
export function removalReason({ group }: Pick<Removal, 'group'>): string {
  return t(`removal_${group}`);
}

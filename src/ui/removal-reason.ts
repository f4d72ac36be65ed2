import type { Removal } from '../article/article.ts';
import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';

/**
 * Why a block was hidden, in the reader's language. Rules are data and may be added without a
 * message, so the name is looked up from the particular to the general: rule, its groups, the words of its id, step.
 */
export function removalReason({ reason, step }: Pick<Removal, 'reason' | 'step'>): string {
  const parts = reason.split(/[^A-Za-z0-9]+/).filter((part) => part !== '');
  const groups = parts.map((_, index) => parts.slice(0, parts.length - index).join('_'));
  const names = [...groups, ...parts, step.replace(/[^A-Za-z0-9]+/g, '_')];
  const known = names.map((name) => t(`removal_${name}` as MessageKey)).find((text) => text !== '');
  return known ?? t('removal_other');
}

import type { ComponentChild, JSX } from 'preact';
import type { Article, Completeness, Removal } from '../article/article.ts';
import { t } from '../i18n.ts';
import { DisclosureIcon } from './icons.tsx';
import { removalReason } from './removal-reason.ts';

interface ReceiptProps {
  article: Article;
  /** What can be done with what was hidden, where there is something to do it in. */
  actions?: (removal: Removal) => ComponentChild;
}

/** The quiet last line: what was hidden and whether the body is whole. It opens the list of what was hidden. */
export function Receipt({ article, actions }: ReceiptProps): JSX.Element {
  const kept = describeCompleteness(article.completeness);
  if (article.removals.length === 0) return <div class="receipt" data-testid="removals"><p>{t('removalsNone')} · {kept}</p></div>;
  return (
    <details class="receipt" data-testid="removals">
      <summary>
        <DisclosureIcon />
        <span><Count of={article.removals.length} /> · {kept}</span>
      </summary>
      <ol>{article.removals.map((removal) => <RemovalRow key={removal.id} removal={removal} actions={actions?.(removal)} />)}</ol>
    </details>
  );
}

/** The number stands out in the sentence, wherever the language puts it. */
function Count({ of: count }: { of: number }): JSX.Element {
  const number = String(count);
  const [before = '', after = ''] = t('removalsCount', count).split(number);
  return <>{before}<strong>{number}</strong>{after}</>;
}

function RemovalRow({ removal, actions }: { removal: Removal; actions: ComponentChild }): JSX.Element {
  return <li><span>{removalReason(removal)}</span><span class="removed" dir="auto">{describeRemoved(removal.text)}</span>{actions}</li>;
}

/** A picture leaves its address as text, which says nothing to a reader. */
function describeRemoved(text: string): ComponentChild {
  return text === '' || /^(https?:|data:)\S*$/.test(text) ? t('removalPicture') : text;
}

function describeCompleteness({ characters, images, headings }: Completeness): string {
  const whole = [characters, images, headings].every(({ kept, found }) => kept >= found);
  if (whole) return t('receiptWhole', characters.kept, images.kept, headings.kept);
  return t('receiptPartial', characters.kept, characters.found, images.kept, images.found, headings.kept, headings.found);
}

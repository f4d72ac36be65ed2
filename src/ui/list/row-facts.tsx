import type { JSX } from 'preact';
import { t } from '../../i18n.ts';
import { readingOf } from '../../library/arrange.ts';
import { daysLeft } from '../../library/bin.ts';
import type { LibraryRow } from '../../library/rows.ts';
import { formatMoment, formatPublished } from '../dates.ts';
import { StarIcon } from '../icons.tsx';

/** More tags than that would bury the article under them. */
const mostTags = 8;

/** Where a saved article is from, since when it is kept, and how far it was read; `full` adds its author and its day. */
export function RowFacts({ row, full = false }: { row: LibraryRow; full?: boolean }): JSX.Element {
  const reading = readingText(row);
  return (
    <span class="row-facts">
      {row.star && <span class="row-star" role="img" aria-label={t('starred')}><StarIcon filled size={13} /></span>}
      {row.siteName !== '' && <span dir="auto">{row.siteName}</span>}
      {full && row.byline !== '' && <span dir="auto">{row.byline}</span>}
      {full && formatPublished(row.publishedTime) !== '' && <span>{t('publishedOn', formatPublished(row.publishedTime))}</span>}
      <time dateTime={new Date(row.savedAt).toISOString()}>{full ? t('savedOn', formatMoment(row.savedAt, Date.now())) : formatMoment(row.savedAt, Date.now())}</time>
      {reading !== '' && <span data-testid="row-reading">{reading}</span>}
      {row.deletedAt > 0 && <span data-testid="row-days">{t('binDays', daysLeft(row.deletedAt, Date.now()))}</span>}
      {row.tags.length > 0 && <RowTags tags={row.tags} />}
    </span>
  );
}

function RowTags({ tags }: { tags: readonly string[] }): JSX.Element {
  return (
    <span class="row-tags">
      {tags.slice(0, mostTags).map((tag) => <span key={tag} class="row-tag" dir="auto">{tag}</span>)}
      {tags.length > mostTags && <span class="row-tag" title={tags.slice(mostTags).join(' · ')}>+{tags.length - mostTags}</span>}
    </span>
  );
}

/** A thin line as long as the part that was read; none for what is unread or done. */
export function RowProgress({ row }: { row: LibraryRow }): JSX.Element | null {
  if (readingOf(row) !== 'reading') return null;
  return <span class="row-progress" aria-hidden="true"><span style={{ width: `${percent(row)}%` }} /></span>;
}

function readingText(row: LibraryRow): string {
  const reading = readingOf(row);
  if (reading === 'reading') return t('readPercent', percent(row));
  return reading === 'done' ? t('stateDone') : '';
}

/** What is begun is never 0, and what is not done never 100. */
function percent({ fraction }: LibraryRow): number {
  return Math.min(99, Math.max(1, Math.round(fraction * 100)));
}

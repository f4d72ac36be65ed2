import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import { fold } from '../library/fold.ts';
import type { SearchHit } from '../library/search.ts';
import { findRanges } from '../library/snippet.ts';
import { formatMoment } from '../ui/dates.ts';
import { DeleteIcon } from '../ui/icons.tsx';
import { Marked } from './marked.tsx';

interface SavedRowProps {
  row: SearchHit;
  /** What is searched for; empty in the full list. */
  query: string;
  onOpen: (id: string) => void;
  onDelete: (id: string, title: string) => void;
}

/** One saved article: a press opens it; where it was found, the words are marked. */
export function SavedRow({ row: { entry, snippet, ranges }, query, onOpen, onDelete }: SavedRowProps): JSX.Element {
  const title = entry.title || t('untitled');
  const terms = fold(query).split(/\s+/).filter((term) => term !== '');
  return (
    <li class="saved-row" data-testid="saved-item" data-id={entry.id}>
      <button type="button" class="saved-open" data-testid="saved-open" onClick={() => onOpen(entry.id)}>
        <span class="saved-title" dir="auto"><Marked text={title} ranges={findRanges(title, terms)} /></span>
        <span class="saved-meta">
          {entry.siteName !== '' && <span dir="auto">{entry.siteName}</span>}
          <time dateTime={new Date(entry.savedAt).toISOString()}>{formatMoment(entry.savedAt, Date.now())}</time>
        </span>
        {snippet !== '' && <span class="saved-snippet" dir="auto"><Marked text={snippet} ranges={ranges} /></span>}
      </button>
      <button type="button" class="icon-button" data-testid="saved-delete" aria-label={t('deleteArticle', title)} onClick={() => onDelete(entry.id, title)}>
        <DeleteIcon />
      </button>
    </li>
  );
}

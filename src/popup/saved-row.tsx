import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import { isKept } from '../library/marks.ts';
import type { SearchHit } from '../library/search.ts';
import { DeleteIcon, RestoreIcon } from '../ui/icons.tsx';
import { Marked } from '../ui/list/marked.tsx';
import { RowFacts, RowProgress } from '../ui/list/row-facts.tsx';

interface SavedRowProps {
  row: SearchHit;
  onOpen: (id: string) => void;
  onDelete: (id: string, title: string) => void;
  /** Takes it back out of the bin. */
  onRestore: (id: string) => void;
}

/** What a row of the list says of a saved article: a press opens it; where it was found, the words are marked. */
export function SavedRow({ row: { entry, snippet, ranges, titleRanges }, onOpen, onDelete, onRestore }: SavedRowProps): JSX.Element {
  const title = entry.title || t('untitled');
  return (
    <>
      <button type="button" class="saved-open" data-testid="saved-open" onClick={() => onOpen(entry.id)}>
        <span class="saved-title" dir="auto"><Marked text={title} ranges={titleRanges} /></span>
        <RowFacts row={entry} />
        {snippet !== '' && <span class="saved-snippet" dir="auto"><Marked text={snippet} ranges={ranges} /></span>}
      </button>
      {isKept(entry)
        ? <button type="button" class="icon-button" data-testid="saved-delete" aria-label={t('deleteArticle', title)} title={t('deleteArticle', title)} onClick={() => onDelete(entry.id, title)}><DeleteIcon /></button>
        : <button type="button" class="icon-button" data-testid="saved-restore" aria-label={t('restoreArticle', title)} title={t('restoreArticle', title)} onClick={() => onRestore(entry.id)}><RestoreIcon /></button>}
      <RowProgress row={entry} />
    </>
  );
}

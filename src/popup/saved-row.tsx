import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import { isKept } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import { DeleteIcon, RestoreIcon } from '../ui/icons.tsx';
import { RowProgress } from '../ui/list/row-facts.tsx';
import { RowLink } from '../ui/list/row-link.tsx';

interface SavedRowProps {
  row: LibraryRow;
  /** The folded words that were looked for. */
  terms: readonly string[];
  library: LibraryAccess;
  onOpen: (id: string) => void;
  onDelete: (id: string, title: string) => void;
  /** Takes it back out of the bin. */
  onRestore: (id: string, title: string) => void;
}

/** What a row of the list says of a saved article: a press opens it; where it was found, the words are marked. */
export function SavedRow({ row, terms, library, onOpen, onDelete, onRestore }: SavedRowProps): JSX.Element {
  const title = row.title || t('untitled');
  return (
    <>
      <RowLink row={row} terms={terms} library={library} onOpen={() => onOpen(row.id)} />
      {isKept(row)
        ? <button type="button" class="icon-button" data-testid="saved-delete" aria-label={t('deleteArticle', title)} title={t('deleteArticle', title)} onClick={() => onDelete(row.id, title)}><DeleteIcon /></button>
        : <button type="button" class="icon-button" data-testid="saved-restore" aria-label={t('restoreArticle', title)} title={t('restoreArticle', title)} onClick={() => onRestore(row.id, title)}><RestoreIcon /></button>}
      <RowProgress row={row} />
    </>
  );
}

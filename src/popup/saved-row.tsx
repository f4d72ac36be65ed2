import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import { isKept } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import { DeleteIcon, RestoreIcon } from '../ui/icons.tsx';
import { RowProgress } from '../ui/list/row-facts.tsx';
import { RowLink } from '../ui/list/row-link.tsx';
import { RowTool } from '../ui/list/row-tool.tsx';

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
        ? <RowTool name="saved-delete" label={t('deleteArticle', title)} onPress={() => onDelete(row.id, title)}><DeleteIcon /></RowTool>
        : <RowTool name="saved-restore" label={t('restoreArticle', title)} onPress={() => onRestore(row.id, title)}><RestoreIcon /></RowTool>}
      <RowProgress row={row} />
    </>
  );
}

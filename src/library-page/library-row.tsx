import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import { isKept } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import { ArchiveIcon, DeleteIcon, RestoreIcon, StarIcon } from '../ui/icons.tsx';
import { RowProgress } from '../ui/list/row-facts.tsx';
import { RowLink } from '../ui/list/row-link.tsx';
import { RowTool } from '../ui/list/row-tool.tsx';
import type { RowActions } from './row-actions.ts';

interface LibraryRowViewProps {
  row: LibraryRow;
  /** The folded words that were looked for. */
  terms: readonly string[];
  library: LibraryAccess;
  chosen: boolean;
  onChoose: (range: boolean) => void;
  onOpen: () => void;
  actions: RowActions;
}

/** One article on the library's page: a box to choose it, itself, and what is done with it most often. */
export function LibraryRowView({ row: entry, terms, library, chosen, onChoose, onOpen, actions }: LibraryRowViewProps): JSX.Element {
  const title = entry.title || t('untitled');
  return (
    <>
      <label class="row-pick">
        <input
          type="checkbox" class="row-box" data-testid="row-box" aria-label={t('selectArticle', title)} checked={chosen}
          onClick={(event) => onChoose(event.shiftKey)}
        />
      </label>
      <RowLink row={entry} terms={terms} library={library} full onOpen={onOpen} />
      <span class="row-tools">
        {isKept(entry)
          ? (
            <>
              <RowTool name="row-star" label={t(entry.star ? 'removeStar' : 'addStar')} on={entry.star} onPress={() => actions.star([entry])}><StarIcon filled={entry.star} /></RowTool>
              <RowTool name="row-archive" label={t(entry.archived ? 'unarchive' : 'archive')} on={entry.archived} onPress={() => actions.archive([entry])}><ArchiveIcon /></RowTool>
              <RowTool name="saved-delete" label={t('deleteArticle', title)} onPress={() => actions.remove([entry])}><DeleteIcon /></RowTool>
            </>
          )
          : <RowTool name="saved-restore" label={t('restoreArticle', title)} onPress={() => actions.putBack([entry])}><RestoreIcon /></RowTool>}
      </span>
      <RowProgress row={entry} />
    </>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { t } from '../i18n.ts';
import { isKept } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import { TransferLink } from '../ui/transfer-link.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import type { RowActions } from './row-actions.ts';
import { TagEditor } from './tag-editor.tsx';

interface SelectionBarProps {
  rows: readonly LibraryRow[];
  /** All tags there are, for completion. */
  tags: readonly string[];
  actions: RowActions;
  onAll: () => void;
  onClear: () => void;
}

/** What can be done with the chosen articles; those in the bin can only be put back or removed for good. */
export function SelectionBar({ rows, tags, actions, onAll, onClear }: SelectionBarProps): JSX.Element {
  const [first] = rows;
  const binned = rows.every((row) => !isKept(row));
  return (
    <div class="selection" role="group" aria-label={t('selectedCount', rows.length)} data-testid="selection">
      <strong role="status">{t('selectedCount', rows.length)}</strong>
      <span class="selection-extent">
        <button type="button" class="link-button" data-testid="select-all" onClick={onAll}>{t('selectAll')}</button>
        <button type="button" class="link-button" data-testid="select-none" onClick={onClear}>{t('selectNone')}</button>
      </span>
      {binned
        ? (
          <>
            <Tool name="put-back" onPress={() => actions.putBack(rows)}>{t('putBack')}</Tool>
            <ConfirmButton key={rows.length} name="remove-for-good" label={t('removeForGood')} confirmLabel={t('removeForGoodConfirm', rows.length)} onConfirm={() => actions.letGo(rows)} />
          </>
        )
        : (
          <>
            <Tool name="mark-read" onPress={() => actions.markRead(rows)}>{t((first?.fraction ?? 0) >= 1 ? 'markUnread' : 'markRead')}</Tool>
            <Tool name="star" onPress={() => actions.star(rows)}>{t(first?.star === true ? 'removeStar' : 'addStar')}</Tool>
            <Tool name="archive" onPress={() => actions.archive(rows)}>{t(first?.archived === true ? 'unarchive' : 'archive')}</Tool>
            <Tool name="delete" onPress={() => actions.remove(rows)}>{t('delete')}</Tool>
            <TransferLink ids={rows.map(({ id }) => id)} look="button" />
            <TagEditor rows={rows} tags={tags} actions={actions} />
          </>
        )}
    </div>
  );
}

function Tool({ name, onPress, children }: { name: string; onPress: () => void; children: ComponentChildren }): JSX.Element {
  return <button type="button" class="button" data-testid={name} onClick={onPress}>{children}</button>;
}

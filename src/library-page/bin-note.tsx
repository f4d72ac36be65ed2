import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { LibraryRow } from '../library/rows.ts';
import { ConfirmButton } from './confirm-button.tsx';
import type { RowActions } from './row-actions.ts';

/** Above the bin: how long things stay in it, and the press that empties it of what is shown. */
export function BinNote({ rows, actions }: { rows: readonly LibraryRow[]; actions: RowActions }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <div class="bin-note">
      <p>{t('binHelp')}</p>
      <ConfirmButton key={rows.length} name="bin-empty" label={t('roomEmptyBin')} confirmLabel={t('removeForGoodConfirm', rows.length)} onConfirm={() => actions.letGo(rows)} />
    </div>
  );
}

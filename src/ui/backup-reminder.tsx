import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { BackupCare, BackupState } from '../library/backup-reminder.ts';
import { CloseIcon } from './icons.tsx';

/** How it stands with the backups, kept up to date; undefined until it is known. `revision` asks again. */
export function useBackupState(care: BackupCare, revision: number): BackupState | undefined {
  const [state, setState] = useState<BackupState>();
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const life = new AbortController();
    care.onChange(() => setChanges((before) => before + 1), life.signal);
    return () => life.abort();
  }, [care]);
  useEffect(() => {
    const life = new AbortController();
    void care.read().then(
      (read) => { if (!life.signal.aborted) setState(read); },
      // Without the ledger nobody knows, and nobody is reminded.
      (error: unknown) => console.warn('backups could not be counted', error),
    );
    return () => life.abort();
  }, [care, revision, changes]);
  return state;
}

/** A quiet line, once many articles are in this browser alone, with the way to a backup; it can be put off. */
export function BackupReminder({ state, care }: { state: BackupState | undefined; care: BackupCare }): JSX.Element | null {
  const postpone = useCallback(() => void care.postpone(), [care]);
  if (state?.due !== true) return null;
  return (
    <div class="reminder" role="status" data-testid="backup-reminder">
      <p>{t('backupDue', state.waiting)} <a href="../transfer/index.html" target="_blank" data-testid="backup-now">{t('backupNow')}</a></p>
      <button type="button" class="icon-button" data-testid="backup-later" title={t('backupLater')} onClick={postpone}><CloseIcon /></button>
    </div>
  );
}

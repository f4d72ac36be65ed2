import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { BackupState } from '../library/backup-reminder.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import { formatMoment } from '../ui/dates.ts';
import { formatBytes } from '../ui/bytes.ts';

interface StorageNoteProps {
  library: LibraryAccess;
  revision: number;
  /** Undefined where nobody knows. */
  backup: BackupState | undefined;
  onRoom: () => void;
}

/** How much room the library takes, with the way to more of it, and when it was last copied out of the browser. */
export function StorageNote({ library, revision, backup, onRoom }: StorageNoteProps): JSX.Element | null {
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    const life = new AbortController();
    void library.bytesInUse().then((used) => { if (!life.signal.aborted) setBytes(used); });
    return () => life.abort();
  }, [library, revision]);
  return (
    <>
      {bytes !== undefined && (
        <p class="storage" data-testid="storage">
          {t('storageUsed', formatBytes(bytes))} <button type="button" class="link-button" data-testid="room-open" onClick={onRoom}>{t('roomTitle')}</button>
        </p>
      )}
      {backup && <p class="storage" data-testid="last-backup">{backup.at === 0 ? t('backupNever') : t('backupLast', formatMoment(backup.at, Date.now()))}</p>}
    </>
  );
}

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../i18n.ts';
import { t } from '../i18n.ts';
import type { BackupState } from '../library/backup-reminder.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryCare } from '../library/library-care.ts';
import type { Persistence } from '../library/pictures/persistence.ts';
import { formatMoment } from '../ui/dates.ts';
import { formatBytes } from '../ui/bytes.ts';

interface StorageNoteProps {
  library: LibraryAccess;
  care: LibraryCare;
  revision: number;
  /** Undefined where nobody knows. */
  backup: BackupState | undefined;
  onRoom: () => void;
}

/** How much room the library takes, with the way to more of it, and when it was last copied out of the browser. */
export function StorageNote({ library, care, revision, backup, onRoom }: StorageNoteProps): JSX.Element | null {
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
      <PersistenceNote care={care} bytes={bytes} />
      {backup && <p class="storage" data-testid="last-backup">{backup.at === 0 ? t('backupNever') : t('backupLast', formatMoment(backup.at, Date.now()))}</p>}
    </>
  );
}

const persistenceWords: Record<Exclude<Persistence, 'no-pictures'>, MessageKey> = { kept: 'picturesPersisted', 'at-risk': 'picturesAtRisk', denied: 'picturesPersistDenied' };

/** Whether the browser may clear the kept pictures, with the way to ask it not to; nothing where there are none. */
function PersistenceNote({ care, bytes }: { care: LibraryCare; bytes: number | undefined }): JSX.Element | null {
  const [state, setState] = useState<Persistence>('no-pictures');
  useEffect(() => {
    const life = new AbortController();
    const show = (read: Persistence): void => { if (!life.signal.aborted) setState((before) => (before === 'denied' && read === 'at-risk' ? before : read)); };
    care.readPersistence().then(show, (error: unknown) => console.warn('the browser does not say whether it keeps the pictures', error));
    return () => life.abort();
  }, [care, bytes]);
  if (state === 'no-pictures') return null;
  return (
    <p class="storage" data-testid="persistence" data-state={state}>
      <span role="status">{t(persistenceWords[state])}</span>
      {state === 'at-risk' && <> <button type="button" class="link-button" data-testid="persist" onClick={() => void care.askToPersist().then(setState)}>{t('picturesPersist')}</button></>}
    </p>
  );
}

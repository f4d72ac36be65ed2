import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { Arrangement, Facets } from '../library/arrange.ts';
import type { BackupState } from '../library/backup-reminder.ts';
import { TransferLink } from '../ui/transfer-link.tsx';
import { ArticleCheck } from './article-check.tsx';
import type { LibraryHost } from './library-host.ts';
import { ShelfSidebar } from './shelf-sidebar.tsx';
import { StorageNote } from './storage-note.tsx';
import type { AuditView } from './use-audit.ts';

interface LibrarySideProps {
  host: LibraryHost;
  facets: Facets;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
  revision: number;
  backup: BackupState | undefined;
  audit: AuditView;
  onRoom: () => void;
}

/** What stands beside the list: what it can be narrowed to, and how the library is kept. */
export function LibrarySide({ host, facets, arrangement, onArrange, revision, backup, audit, onRoom }: LibrarySideProps): JSX.Element {
  return (
    <div class="library-side">
      <ShelfSidebar facets={facets} arrangement={arrangement} onArrange={onArrange} />
      <StorageNote library={host.library} care={host.care} revision={revision} backup={backup} onRoom={onRoom} />
      <ArticleCheck audit={audit} />
      <p class="storage"><TransferLink /></p>
      <p class="keys">{t('libraryKeys')}</p>
    </div>
  );
}

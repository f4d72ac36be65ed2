import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { Arrangement, Facets } from '../library/arrange.ts';
import type { BackupState } from '../library/backup-reminder.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { TransferLink } from '../ui/transfer-link.tsx';
import { ArticleCheck } from './article-check.tsx';
import type { LibraryHost } from './library-host.ts';
import { ShelfFacets, ShelfStates } from './shelf-sidebar.tsx';
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

const sheetId = 'library-more';

/** What stands beside the list: what it can be narrowed to, and how the library is kept. On a narrow screen all but the states is a sheet. */
export function LibrarySide({ host, facets, arrangement, onArrange, revision, backup, audit, onRoom }: LibrarySideProps): JSX.Element {
  const sheet = useRef<HTMLDivElement>(null);
  // What was chosen is seen in the list.
  const thenClose = <A extends unknown[]>(deed: (...args: A) => void) => (...args: A): void => {
    sheet.current?.hidePopover();
    deed(...args);
  };
  const narrowedTo = [arrangement.tag, arrangement.site, arrangement.author].filter((value) => value !== '').join(' · ');
  return (
    <div class="library-side">
      <ShelfStates facets={facets} arrangement={arrangement} onArrange={onArrange} />
      <button type="button" class="more-open" data-testid="library-more" data-on={narrowedTo !== ''} popovertarget={sheetId}>{narrowedTo || t('libraryMore')}</button>
      <div class="library-more" id={sheetId} popover="auto" ref={sheet}>
        <button type="button" class="icon-button more-close" data-testid="library-more-close" title={t('close')} popovertarget={sheetId}><CloseIcon /></button>
        <ShelfFacets facets={facets} arrangement={arrangement} onArrange={thenClose(onArrange)} />
        <StorageNote library={host.library} care={host.care} revision={revision} backup={backup} onRoom={thenClose(onRoom)} />
        <ArticleCheck audit={audit} />
        <p class="storage"><TransferLink /></p>
        <p class="keys">{t('libraryKeys')}</p>
      </div>
    </div>
  );
}

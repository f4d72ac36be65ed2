import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import { BookmarkList } from './bookmark-list.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import type { TransferHost } from './transfer-host.ts';

/** The page on which a library goes out and comes in. */
export function TransferPage({ host }: { host: TransferHost }): JSX.Element {
  return (
    // A file that is dropped beside its place would take the page away.
    <main class="transfer" onDragOver={stay} onDrop={stay}>
      <header>
        <h1>{t('transferTitle')}</h1>
        <p>{t('transferLead')}</p>
      </header>
      <ExportPanel host={host} />
      <ImportPanel host={host} />
      <BookmarkList host={host} />
    </main>
  );
}

function stay(event: Event): void {
  event.preventDefault();
}

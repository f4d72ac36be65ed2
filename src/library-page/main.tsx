import { render } from 'preact';
import { t } from '../i18n.ts';
import { removeExpired } from '../library/bin.ts';
import { libraryAccess } from '../library/library-access.ts';
import { libraryCare } from '../library/library-care.ts';
import { sendToBackground } from '../messages.ts';
import { dressPage } from '../ui/dress-page.ts';
import type { LibraryHost } from './library-host.ts';
import { LibraryPage } from './library-page.tsx';

function start(): void {
  dressPage();
  document.title = `${t('library')} · ${t('extensionName')}`;
  render(<LibraryPage host={createHost()} />, document.body);
  void removeExpired(Date.now());
}

function createHost(): LibraryHost {
  return {
    library: libraryAccess,
    care: libraryCare,
    openSaved: (id, place) => void sendToBackground('openSaved', { id, ...place }),
  };
}

start();

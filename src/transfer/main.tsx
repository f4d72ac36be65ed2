import { render } from 'preact';
import { t, uiLanguage } from '../i18n.ts';
import { exportFile } from '../library/export/export-file.ts';
import { applyImport } from '../library/import/apply-import.ts';
import { listBookmarks, onBookmarksChange, removeBookmarks } from '../library/import/bookmark.ts';
import { readImportFile } from '../library/import/import-file.ts';
import { createRowsReader } from '../library/kept-rows.ts';
import { isKept } from '../library/marks.ts';
import { findPicture, pictureBytes } from '../library/pictures/picture-store.ts';
import { dressPage } from '../ui/dress-page.ts';
import { offerDownload } from './offer-download.ts';
import type { TransferHost } from './transfer-host.ts';
import { TransferPage } from './transfer-page.tsx';

function start(): void {
  dressPage();
  document.title = `${t('transferTitle')} · ${t('extensionName')}`;
  render(<TransferPage host={createHost()} />, document.body);
}

function createHost(): TransferHost {
  // As long as the page is there.
  const readRows = createRowsReader(new AbortController().signal);
  const book = { title: t('bookTitle'), language: uiLanguage(), contentsTitle: t('outline') };
  return {
    ids: async () => {
      const all = (await readRows()).filter(isKept).map(({ id }) => id);
      const selected = new Set(location.hash.slice(1).split(','));
      return { all, selected: all.filter((id) => selected.has(id)) };
    },
    makeFile: (wanted, watch) => exportFile({ ...wanted, ...watch, book, document, findPicture }),
    pictureBytes,
    offer: (file) => offerDownload(file, document),
    read: (file) => readImportFile(file, document),
    take: applyImport,
    bookmarks: listBookmarks,
    removeBookmark: (id) => removeBookmarks([id]),
    onChange: onBookmarksChange,
  };
}

start();

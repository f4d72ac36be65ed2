import { render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../i18n.ts';
import { libraryAccess } from '../library/library-access.ts';
import { sendToBackground, sendToPage } from '../messages.ts';
import { loadSettings } from '../settings.ts';
import { reprintDesk } from '../ui/reprint/reprint-desk.ts';
import { followTheme } from '../ui/dress-page.ts';
import { keepPictures } from './keep-pictures.ts';
import { siteChoice } from './open-by-itself.ts';
import { openReader } from './open-reader.ts';
import type { PopupHost } from './popup-host.ts';
import { Popup } from './popup.tsx';
import { openShortcutSettings, readerShortcut } from './shortcuts.ts';
import { soon } from './soon.ts';

async function start(): Promise<void> {
  const firstRows = libraryAccess.first();
  const [{ theme }, [tab], known] = await Promise.all([loadSettings(), browser.tabs.query({ active: true, currentWindow: true }), soon(firstRows)]);
  followTheme(theme);
  document.title = t('extensionName');
  render(<Popup host={{ ...createHost(tab?.id ?? browser.tabs.TAB_ID_NONE), library: { ...libraryAccess, first: () => firstRows } }} firstRows={known} />, document.body);
}

function createHost(tabId: number): Omit<PopupHost, 'library'> {
  return {
    isSaved: (url) => sendToBackground('isSaved', { url }),
    save: (article) => sendToBackground('saveArticle', { article, tabId }),
    keepPictures: ({ url }) => keepPictures(url, tabId),
    ...reprintDesk,
    readPage: async ({ force }) =>
      (await sendToBackground('injectReader', { tabId })) === 'forbidden' ? { kind: 'forbidden' } : sendToPage(tabId, 'extract', { force }),
    openReader: (options) => openReader(tabId, options),
    ...siteChoice,
    openSaved: (id, words) => void sendToBackground('openSaved', { id, ...(words !== undefined && { words }) }).then(() => window.close()),
    openLibrary: (options) => void browser.tabs.create({ url: browser.runtime.getURL(`src/library-page/index.html${options?.room ? '#room' : ''}`) }).then(() => window.close()),
    shortcut: readerShortcut,
    openShortcutSettings: () => void openShortcutSettings().then(() => window.close()),
  };
}

void start();

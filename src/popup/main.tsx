import { render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../i18n.ts';
import { libraryAccess } from '../library/library-access.ts';
import { sendToBackground } from '../messages.ts';
import { reprintDesk } from '../ui/reprint/reprint-desk.ts';
import { dressPage } from '../ui/dress-page.ts';
import { keepPictures } from './keep-pictures.ts';
import { siteChoice } from './open-by-itself.ts';
import { openReader } from './open-reader.ts';
import type { PopupHost } from './popup-host.ts';
import { Popup } from './popup.tsx';
import { readPage } from './read-page.ts';
import { openShortcutSettings, readerShortcut } from './shortcuts.ts';

/** Nothing is waited for: what is at hand stands in the first frame. */
function start(): void {
  const tab = browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => active?.id ?? browser.tabs.TAB_ID_NONE);
  dressPage();
  document.title = t('extensionName');
  render(<Popup host={createHost(tab)} />, document.body);
}

function createHost(tab: Promise<number>): PopupHost {
  return {
    library: libraryAccess,
    isSaved: (url) => sendToBackground('isSaved', { url }),
    save: async (article) => sendToBackground('saveArticle', { article, tabId: await tab }),
    keepPictures: async ({ url }) => keepPictures(url, await tab),
    ...reprintDesk,
    readPage: async ({ force }) => readPage(await tab, force),
    openReader: async (options) => openReader(await tab, options),
    ...siteChoice,
    openSaved: (id, place) => void sendToBackground('openSaved', { id, ...place }).then(() => window.close()),
    openLibrary: (options) => void browser.tabs.create({ url: browser.runtime.getURL(`src/library-page/index.html${options?.room ? '#room' : ''}`) }).then(() => window.close()),
    shortcut: readerShortcut,
    openShortcutSettings: () => void openShortcutSettings().then(() => window.close()),
  };
}

start();

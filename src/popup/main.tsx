import { render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../i18n.ts';
import { libraryAccess } from '../library/library-access.ts';
import { sendToBackground, sendToPage } from '../messages.ts';
import { loadSettings } from '../settings.ts';
import { reprintDesk } from '../ui/reprint/reprint-desk.ts';
import { followTheme } from '../ui/dress-page.ts';
import { keepPictures } from './keep-pictures.ts';
import type { PopupHost } from './popup-host.ts';
import { Popup } from './popup.tsx';
import { openShortcutSettings, readerShortcut } from './shortcuts.ts';

/** In milliseconds; nobody sees that a popup came so much later. */
const longestWait = 50;

async function start(): Promise<void> {
  const firstRows = libraryAccess.first();
  const [{ theme }, [tab], known] = await Promise.all([loadSettings(), browser.tabs.query({ active: true, currentWindow: true }), soon(firstRows)]);
  followTheme(theme);
  document.title = t('extensionName');
  render(<Popup host={{ ...createHost(tab?.id ?? browser.tabs.TAB_ID_NONE), library: { ...libraryAccess, first: () => firstRows } }} firstRows={known} />, document.body);
}

/** What is there in a moment stands in the first drawing, which takes less than a second one behind it; a list that has to be made anew is not waited for. */
function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, longestWait))]);
}

function createHost(tabId: number): Omit<PopupHost, 'library'> {
  return {
    isSaved: (url) => sendToBackground('isSaved', { url }),
    save: (article) => sendToBackground('saveArticle', { article, tabId }),
    keepPictures: ({ url }) => keepPictures(url, tabId),
    ...reprintDesk,
    readPage: async ({ force }) =>
      (await sendToBackground('injectReader', { tabId })) === 'forbidden' ? { kind: 'forbidden' } : sendToPage(tabId, 'extract', { force }),
    openReader: async (options) => {
      const state = await sendToPage(tabId, 'toggleReader', options);
      if (state.failure === undefined) window.close();
      return state;
    },
    openSaved: (id, words) => void sendToBackground('openSaved', { id, ...(words !== undefined && { words }) }).then(() => window.close()),
    openLibrary: (options) => void browser.tabs.create({ url: browser.runtime.getURL(`src/library-page/index.html${options?.room ? '#room' : ''}`) }).then(() => window.close()),
    shortcut: readerShortcut,
    openShortcutSettings: () => void openShortcutSettings().then(() => window.close()),
  };
}

void start();

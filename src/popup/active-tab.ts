import browser from 'webextension-polyfill';
import { sendToBackground, sendToPage } from '../messages.ts';
import type { PageOutcome } from './popup-host.ts';

/** The id of the tab that the popup stands over. */
export async function findActiveTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}

/** What the page of a tab answers when it is asked for its article. */
export async function readPage(tabId: number, force: boolean): Promise<PageOutcome> {
  const isForbidden = (await sendToBackground('injectReader', { tabId })) === 'forbidden';
  return isForbidden ? { kind: 'forbidden' } : sendToPage(tabId, 'extract', { force });
}

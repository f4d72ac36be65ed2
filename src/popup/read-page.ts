import { sendToBackground, sendToPage } from '../messages.ts';
import type { PageOutcome } from './popup-host.ts';

/** What the page of a tab answers when it is asked for its article. */
export async function readPage(tabId: number, force: boolean): Promise<PageOutcome> {
  const isForbidden = (await sendToBackground('injectReader', { tabId })) === 'forbidden';
  return isForbidden ? { kind: 'forbidden' } : sendToPage(tabId, 'extract', { force });
}

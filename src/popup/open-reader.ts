import type { ReaderState } from '../messages.ts';
import { sendToPage } from '../messages.ts';

/** Opens the reader over the page of a tab; the popup goes once it is open. */
export async function openReader(tabId: number, options: { force: boolean; sectionId?: string }): Promise<ReaderState> {
  const state = await sendToPage(tabId, 'toggleReader', options);
  if (state.failure === undefined) window.close();
  return state;
}

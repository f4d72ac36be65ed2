import type { SaveOutcome } from '../library/saved-article.ts';
import { sendToPage } from '../messages.ts';

/** Lets the reader of a tab show at once that its article was saved by other means. */
export function noteKept({ kind }: SaveOutcome, url: string, tabId: number): void {
  if (kind === 'saved') sendToPage(tabId, 'noteKept', { url }).catch((error: unknown) => console.info('the page has gone in the meantime', error));
}

import { showPageState } from './action-state.ts';
import { openByItself } from './open-by-itself.ts';

/** Shows on the icon what the detector found in a tab, and opens the reader where a person wants that. */
export async function pageDetected(readerable: boolean, url: string | undefined, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await showPageState(tabId, readerable ? 'article' : 'plain');
  if (readerable) await openByItself(url, tabId);
}

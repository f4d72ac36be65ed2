import { opensByItself } from '../library/open-sites.ts';
import { askReader } from './inject-reader.ts';

/** Opens the reader over an article on a site where a person wants that. */
export async function openByItself(url: string | undefined, tabId: number): Promise<void> {
  if (url === undefined || !URL.canParse(url)) return;
  if (await opensByItself(new URL(url).hostname)) await askReader(tabId, 'toggleReader', { byItself: true });
}

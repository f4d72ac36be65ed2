import type { Tabs } from 'webextension-polyfill';
import browser from 'webextension-polyfill';
import type { SavedPlace } from '../library/saved-address.ts';
import { savedQuery } from '../library/saved-address.ts';

const readerPage = 'src/reader/index.html';

/** Opens a saved article in a tab, or brings forward the tab that has it open already. */
export async function openSaved({ id, ...place }: SavedPlace & { id: string }): Promise<void> {
  const url = readerUrl(id, place);
  const open = await findTab(id);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, url === readerUrl(id) || open.url === url ? { active: true } : { active: true, url });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

function readerUrl(id: string, place?: SavedPlace): string {
  return browser.runtime.getURL(readerPage + savedQuery(id, place));
}

/** An extension may see the addresses of its own pages' tabs without the permission `tabs`. */
async function findTab(id: string): Promise<Tabs.Tab | undefined> {
  const tabs = await browser.tabs.query({ url: browser.runtime.getURL(`${readerPage}*`) });
  return tabs.find(({ url }) => url !== undefined && new URL(url).searchParams.get('id') === id);
}

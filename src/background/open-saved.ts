import type { Tabs } from 'webextension-polyfill';
import browser from 'webextension-polyfill';

const readerPage = 'src/reader/index.html';

interface Wish {
  id: string;
  sectionId?: string;
  /** Words to be shown in the text. */
  words?: string;
  /** The sentence in which they are meant. */
  sentence?: string;
  /** A highlight to be shown, with its note. */
  annotationId?: string;
}

/** Opens a saved article in a tab, or brings forward the tab that has it open already. */
export async function openSaved({ id, ...place }: Wish): Promise<void> {
  const url = readerUrl(id, place);
  const open = await findTab(id);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, url === readerUrl(id, {}) || open.url === url ? { active: true } : { active: true, url });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

function readerUrl(id: string, { sectionId, words, sentence, annotationId }: Omit<Wish, 'id'>): string {
  const given = Object.entries({ id, section: sectionId, words, sentence, annotation: annotationId }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given);
  return browser.runtime.getURL(`${readerPage}?${query.toString()}`);
}

/** An extension may see the addresses of its own pages' tabs without the permission `tabs`. */
async function findTab(id: string): Promise<Tabs.Tab | undefined> {
  const tabs = await browser.tabs.query({ url: browser.runtime.getURL(`${readerPage}*`) });
  return tabs.find(({ url }) => url !== undefined && new URL(url).searchParams.get('id') === id);
}

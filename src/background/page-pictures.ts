import browser from 'webextension-polyfill';
import { articleId } from '../library/article-id.ts';
import { fromBase64 } from '../library/base64.ts';
import { getSaved } from '../library/library.ts';
import { fetchPicture } from '../library/pictures/fetch-picture.ts';
import { keepPictures } from '../library/pictures/keep-pictures.ts';
import { readPictureSites } from '../library/pictures/picture-sites.ts';
import type { PictureReading, PictureTally } from '../library/pictures/picture.ts';
import { sendToPage } from '../messages.ts';

/** Keeps the pictures of the saved article at an address: what the page in a tab has of them, and the rest from sites whose pictures the person has had fetched before. */
export async function keepPagePictures(url: string, tabId: number): Promise<PictureTally> {
  const id = await articleId(url);
  const saved = id === undefined ? undefined : await getSaved(id);
  if (!saved) throw new Error('no article is saved for this address');
  // What a private window shows is asked for nowhere else.
  const sites = (await browser.tabs.get(tabId)).incognito ? new Set() : await readPictureSites();
  const read = async (address: string): Promise<PictureReading> => {
    const reading = await readFromTab(tabId, address);
    const isMissing = reading.kind === 'fault' && reading.fault === 'unreached';
    return isMissing && sites.has(new URL(address).origin) ? fetchPicture(address) : reading;
  };
  return keepPictures({ id: saved.id, contentHtml: saved.article.contentHtml, read });
}

async function readFromTab(tabId: number, address: string): Promise<PictureReading> {
  try {
    const sent = await sendToPage(tabId, 'readPicture', { address });
    return sent.kind === 'read' ? { kind: 'read', bytes: fromBase64(sent.data) } : sent;
  } catch (error) {
    console.info('the page is gone, and its pictures with it', error);
    return { kind: 'fault', fault: 'unreached' };
  }
}

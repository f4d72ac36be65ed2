import { addPictureSites } from '../library/pictures/picture-sites.ts';
import { fetchPicture } from '../library/pictures/fetch-picture.ts';
import { askForAccess, hasAccess } from '../library/pictures/host-access.ts';
import { keepPictures } from '../library/pictures/keep-pictures.ts';
import { pictureAddresses } from '../library/pictures/picture-addresses.ts';
import { askToPersist } from '../library/pictures/persistence.ts';
import { contentsOf } from '../library/pictures/picture-store.ts';
import type { PictureTally } from '../library/pictures/picture.ts';
import type { PictureConsent } from './picture-consent.ts';
import { consentToPictures } from './picture-consent.ts';

/** The pictures of a saved article: those that are kept with it, and the ways to the others. */
export interface SavedPictures extends PictureConsent {
  /** Addresses that show the kept ones without the network, by their addresses in the web. */
  readonly kept: ReadonlyMap<string, string>;
  /** How many the article has. */
  readonly total: number;
  /** Fetches those that are not kept, from the sites where they are, and keeps them; to be called on a click, because the browser may have to ask. */
  keepOthers(onProgress: (done: number, total: number) => void): Promise<PictureTally | 'denied'>;
}

/** Opens the pictures of the saved article that a page shows. */
export async function openSavedPictures(window: Window, { id, contentHtml }: { id: string; contentHtml: string }): Promise<SavedPictures> {
  const addresses = pictureAddresses(contentHtml);
  const kept = await showContents(id);
  const origins = [...new Set(addresses.filter((address) => !kept.has(address)).map((address) => new URL(address).origin))];
  const mayFetch = await hasAccess(origins);
  return {
    ...consentToPictures(window, id),
    kept,
    total: addresses.length,
    async keepOthers(onProgress) {
      // The question first: a browser hears it only while the click is fresh.
      if (!mayFetch && !(await askForAccess(origins))) return 'denied';
      void askToPersist();
      await addPictureSites(origins);
      const tally = await keepPictures({ id, contentHtml, read: fetchPicture, onProgress });
      for (const [address, shown] of await showContents(id)) if (!kept.has(address)) kept.set(address, shown);
      return tally;
    },
  };
}

async function showContents(id: string): Promise<Map<string, string>> {
  try {
    return new Map([...(await contentsOf(id))].map(([address, blob]) => [address, URL.createObjectURL(blob)]));
  } catch (error) {
    console.error('the kept pictures could not be read', error);
    return new Map();
  }
}

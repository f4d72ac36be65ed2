import { askToPersist } from '../library/pictures/persistence.ts';
import type { PictureTally } from '../library/pictures/picture.ts';
import { sendToBackground } from '../messages.ts';

/** Keeps the pictures of an article that has just been saved from a tab. */
export async function keepPictures(url: string, tabId: number): Promise<PictureTally> {
  const tally = await sendToBackground('keepPictures', { url, tabId });
  // Asked here, for the background has no window in which the browser could ask in turn.
  if (tally.kept > 0) void askToPersist();
  return tally;
}

import { dropUses, sweepPictures } from './picture-store.ts';

/** Lets go of the pictures of articles that are gone. Should that fail, the next sweep does it. */
export async function forgetPictures(ids: readonly string[]): Promise<void> {
  try {
    await dropUses(ids);
  } catch (error) {
    console.warn('the pictures of removed articles could not be forgotten', error);
  }
}

/** Lets go of all pictures but those of these articles: what an interrupted removal has left behind. */
export async function forgetOtherPictures(ids: readonly string[]): Promise<void> {
  try {
    await sweepPictures(new Set(ids));
  } catch (error) {
    console.warn('the pictures could not be swept', error);
  }
}

import { findReprint } from '../library/reprints/find-reprint.ts';
import { sendToPage } from '../messages.ts';

/** Lets a page say of the article just saved from it that it was there before, from another address, and offer the choice what to do. */
export async function tellReprint(id: string, tabId: number): Promise<void> {
  try {
    const reprint = await findReprint(id);
    if (reprint) await sendToPage(tabId, 'tellReprint', { id, reprint });
  } catch (error) {
    // The article is saved; that nobody was told is no failure of the save.
    console.warn('nobody could be told of a reprint', error);
  }
}

import { readLedgerIds } from '../ledger/ledger-store.ts';
import { dropUses, sweepPictures } from './picture-store.ts';

/** Lets go of the pictures of articles that are gone. Should that fail, the next sweep does it. */
export async function forgetPictures(ids: readonly string[]): Promise<void> {
  try {
    await dropUses(ids);
  } catch (error) {
    console.warn('the pictures of removed articles could not be forgotten', error);
  }
}

/**
 * Lets go of all pictures but those of these articles, and of those that the ledger misses: what an interrupted removal
 * has left behind. What the store has lost is not gone on purpose, and may come back from a backup.
 */
export async function forgetOtherPictures(ids: readonly string[]): Promise<void> {
  try {
    await sweepPictures(new Set([...ids, ...(await readLedgerIds())]));
  } catch (error) {
    console.warn('the pictures could not be swept', error);
  }
}

import { headKey } from './list-head.ts';
import { withLibraryLock } from './lock.ts';
import type { Fault } from './migrations.ts';
import { removeRecords } from './record-store.ts';
import type { SavedArticle } from './saved-article.ts';
import { metaKey, readSaved } from './saved-records.ts';

/**
 * Reads articles under the library's lock, and sets aside those that cannot be read: without its row in the index an
 * article is named as broken at each look at the list, and back in it as soon as it can be read after all.
 */
export async function readOrSetAside(ids: readonly string[]): ReturnType<typeof readSaved> {
  const reading = await readSaved(ids);
  if (reading.broken.length > 0) {
    try {
      await removeRecords([...reading.broken.map(({ id }) => metaKey(id)), headKey]);
    } catch (error) {
      console.warn('what cannot be read could not be set aside', error);
    }
  }
  return reading;
}

/** One saved article, or why it cannot be read, and then it is set aside; undefined when it is not there. */
export async function openArticle(id: string): Promise<SavedArticle | Fault | undefined> {
  const { saved: [found], broken } = await readSaved([id]);
  if (broken.length === 0) return found;
  const { saved: [now], broken: [still] } = await withLibraryLock(() => readOrSetAside([id]));
  return now ?? still?.fault;
}

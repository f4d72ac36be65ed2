import { annotationsKey } from './annotations.ts';
import { forgetTexts } from './folded-article.ts';
import { bookmarkKey } from './import/bookmark.ts';
import { leaveLedger } from './ledger/ledger.ts';
import { headKey } from './list-head.ts';
import { withLibraryLock } from './lock.ts';
import { changeMarks, doomed, isKept, isListed, markedIds, marksKey, noMarks, readMarks } from './marks.ts';
import { forgetOtherPictures, forgetPictures } from './pictures/forget-pictures.ts';
import { progressKey } from './progress.ts';
import { listKeys, removeRecords } from './record-store.ts';
import { articleKey, idsOf, metaKey } from './saved-records.ts';
import type { WayBack } from './way-back.ts';

/** How long a deleted article waits in the bin, in milliseconds. */
export const binPeriod = 30 * 24 * 60 * 60 * 1000;

/** How many days an article still waits that was deleted at a moment: 1 on the last one. */
export function daysLeft(deletedAt: number, now: number): number {
  return Math.max(1, Math.ceil((deletedAt + binPeriod - now) / (24 * 60 * 60 * 1000)));
}

/** Puts articles into the bin, from which they can be taken back whole. */
export function moveToBin(ids: readonly string[]): Promise<WayBack> {
  const now = Date.now();
  return changeMarks(ids, (marks) => ({ ...marks, deletedAt: now }));
}

/** Takes articles back out of the bin, with all that was said about them. */
export function takeFromBin(ids: readonly string[]): Promise<WayBack> {
  return changeMarks(ids, (marks) => ({ ...marks, deletedAt: 0 }));
}

/** Takes articles out of the bin for the next sweep to remove; until then there is a way back. What is not in the bin stays. */
export function letGo(ids: readonly string[]): Promise<WayBack> {
  return changeMarks(ids, (marks) => (isKept(marks) ? marks : { ...marks, deletedAt: doomed }));
}

/** Removes articles and all that belongs to them for good. */
export function removeForGood(ids: readonly string[]): Promise<void> {
  return withLibraryLock(() => removeAll(ids));
}

/** Removes for good what has waited its time in the bin, and what an interrupted removal has left behind. */
export async function removeExpired(now: number): Promise<void> {
  const binned = await expired(now);
  await withLibraryLock(async () => {
    // Somebody may have taken one of them back in the meantime.
    if (binned.length > 0) await removeAll(await expired(now));
    await forgetOtherPictures(idsOf(await listKeys()).articles);
  });
}

/** In one call, which the browser does whole or not at all; the pictures and the texts to search in only follow. */
async function removeAll(ids: readonly string[]): Promise<void> {
  const marks = await readMarks(ids);
  // The head counts what stands in the list. It goes along, for a full store has no room to write another one.
  const head = ids.some((id) => isListed(marks.get(id) ?? noMarks)) ? [headKey] : [];
  await leaveLedger(ids);
  await removeRecords([...ids.flatMap((id) => [articleKey(id), metaKey(id), marksKey(id), progressKey(id), annotationsKey(id), bookmarkKey(id)]), ...head]);
  await Promise.all([forgetTexts(ids), forgetPictures(ids)]);
}

async function expired(now: number): Promise<string[]> {
  const marks = await readMarks(markedIds(await listKeys()));
  return [...marks].filter(([, { deletedAt }]) => deletedAt > 0 && now - deletedAt >= binPeriod).map(([id]) => id);
}

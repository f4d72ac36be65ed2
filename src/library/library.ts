import type { Article } from '../article/article.ts';
import { annotatedIds } from './annotations.ts';
import { articleId } from './article-id.ts';
import { isArticle, isSavedArticle } from './article-shape.ts';
import { keepTexts } from './folded-article.ts';
import { recordsHandedOn } from './import/hand-on.ts';
import { enterInLedger } from './ledger/ledger.ts';
import { metaRecord } from './library-index.ts';
import { headKey, headWith, readHead } from './list-head.ts';
import { withLibraryLock } from './lock.ts';
import { isKept, isListed, markedIds, marksKey, noMarks, readMarks } from './marks.ts';
import { currentSchema } from './migrations.ts';
import { pack } from './packing.ts';
import { progressIds } from './progress.ts';
import { isQuotaError, onRecordsChange, readRecords, writeRecords } from './record-store.ts';
import { isSameRecord, toStorable } from './same-record.ts';
import type { LibraryRow } from './rows.ts';
import { readRowsOf } from './rows.ts';
import type { SavedArticle, SaveOutcome } from './saved-article.ts';
import { articleKey, idsOf, metaKey, readSaved } from './saved-records.ts';

/** Keeps an article, in place of the one kept for the same address; answers once the store has been read back. */
export async function saveArticle(article: Article): Promise<SaveOutcome> {
  if (!isArticle(article)) return { kind: 'failed', reason: 'invalid' };
  // The lock first: who saves later must also write later.
  return withLibraryLock(async () => {
    const id = await articleId(article.url);
    if (id === undefined) return { kind: 'failed', reason: 'invalid' };
    const now = Date.now();
    const [{ saved, broken }, handedOn] = await Promise.all([readSaved([id]), recordsHandedOn(id, now)]);
    if (broken.some(({ fault }) => fault === 'newer')) return { kind: 'failed', reason: 'internal' };
    const { savedAt = now, updatedAt = now } = saved[0] ?? {};
    // Where the clock has been set back, what comes later still counts as newer: backups and the ledger go by this number.
    const fresh = { id, schema: currentSchema, savedAt, updatedAt: updatedAt > now ? updatedAt + 1 : now, article };
    return saved.length > 0 ? keep(fresh, true) : keep(fresh, false, handedOn);
  });
}

/** Takes in an article from a backup, unless the one kept is as new or newer, or a later version keeps it. */
export async function mergeSaved(incoming: SavedArticle): Promise<SaveOutcome | { kind: 'kept' }> {
  if (!isSavedArticle(incoming)) return { kind: 'failed', reason: 'invalid' };
  return withLibraryLock(async () => {
    const { saved: [own], broken } = await readSaved([incoming.id]);
    if (broken.some(({ fault }) => fault === 'newer')) return { kind: 'kept' };
    if (own && own.updatedAt >= incoming.updatedAt) return { kind: 'kept' };
    return keep(incoming, own !== undefined);
  });
}

/** One saved article, in today's schema; undefined when it is not there or cannot be read. */
export async function getSaved(id: string): Promise<SavedArticle | undefined> {
  return (await readSaved([id])).saved[0];
}

/** The row of the article kept for an address, however that is decorated; what lies in the bin is not kept. */
export async function findSavedByUrl(url: string): Promise<LibraryRow | undefined> {
  const id = await articleId(url);
  const saved = id === undefined ? undefined : await getSaved(id);
  return saved && (await readRowsOf([saved.id])).rows.find(isKept);
}

/** Calls back with the ids of articles whenever they were saved, deleted, marked, annotated or read on, in whatever tab, until the signal is aborted. */
export function onLibraryChange(callback: (ids: string[]) => void, signal: AbortSignal): void {
  onRecordsChange((keys) => {
    const { articles, metas } = idsOf(keys);
    const ids = new Set([...articles, ...metas, ...markedIds(keys), ...progressIds(keys), ...annotatedIds(keys)]);
    if (ids.size > 0) callback([...ids]);
  }, signal);
}

async function keep(saved: SavedArticle, updated: boolean, more: Record<string, unknown> = {}): Promise<SaveOutcome> {
  const record = toStorable(saved);
  try {
    const [packed, others] = await Promise.all([pack(record), besides(record, updated)]);
    await writeRecords({ [articleKey(saved.id)]: packed, [metaKey(saved.id)]: metaRecord(record), ...others, ...more });
  } catch (error) {
    console.error('an article could not be saved', error);
    return { kind: 'failed', reason: isQuotaError(error) ? 'quota' : 'internal' };
  }
  if (!(await isWritten(record))) return { kind: 'failed', reason: 'unreadable-after-write' };
  await Promise.all([keepTexts([record]), enterInLedger([record])]);
  return { kind: 'saved', id: saved.id, updated };
}

/** What changes with an article besides itself and its row: the head of the list, and the bin that it may come out of. */
async function besides(saved: SavedArticle, updated: boolean): Promise<Record<string, unknown>> {
  const [head, marks] = await Promise.all([readHead(), readMarks([saved.id])]);
  const before = marks.get(saved.id) ?? noMarks;
  const after = { ...before, deletedAt: 0 };
  return {
    ...(head && isListed(after) && { [headKey]: headWith(head, metaRecord(saved).entry, !updated || !isListed(before)) }),
    ...(!isKept(before) && { [marksKey(saved.id)]: after }),
  };
}

/** Reads back what was written, down to the article inside its packing. */
async function isWritten(written: SavedArticle): Promise<boolean> {
  const [{ saved }, { records }] = await Promise.all([readSaved([written.id]), readRecords([metaKey(written.id)])]);
  return isSameRecord(saved[0], written) && isSameRecord(records.get(metaKey(written.id)), metaRecord(written));
}

import type { Article } from '../article/article.ts';
import { articleId } from './article-id.ts';
import { isArticle, isSavedArticle } from './article-shape.ts';
import { metaRecord, readIndex } from './library-index.ts';
import { withLibraryLock } from './lock.ts';
import { currentSchema } from './migrations.ts';
import { pack } from './packing.ts';
import { isQuotaError, onRecordsChange, readRecords, removeRecords, writeRecords } from './record-store.ts';
import { isSameRecord, toStorable } from './same-record.ts';
import type { IndexEntry, SavedArticle, SaveOutcome } from './saved-article.ts';
import { articleKey, idsOf, metaKey, readSaved } from './saved-records.ts';
import type { SearchHit } from './search.ts';
import { searchEntries } from './search.ts';

/** Keeps an article, in place of the one kept for the same address; answers once the store has been read back. */
export async function saveArticle(article: Article): Promise<SaveOutcome> {
  const id = isArticle(article) ? await articleId(article.url) : undefined;
  if (id === undefined) return { kind: 'failed', reason: 'invalid' };
  return withLibraryLock(async () => {
    const { saved, broken } = await readSaved([id]);
    if (broken.some(({ fault }) => fault === 'newer')) return { kind: 'failed', reason: 'internal' };
    const now = Date.now();
    const savedAt = saved[0]?.savedAt ?? now;
    return keep({ id, schema: currentSchema, savedAt, updatedAt: now, article }, saved.length > 0);
  });
}

/** Puts a deleted article back as it was; one saved anew in the meantime stays. */
export async function restoreSaved(deleted: SavedArticle): Promise<SaveOutcome> {
  if (!isSavedArticle(deleted)) return { kind: 'failed', reason: 'invalid' };
  return withLibraryLock(async () => {
    const { saved } = await readSaved([deleted.id]);
    return saved.length > 0 ? { kind: 'saved', id: deleted.id, updated: false } : keep(deleted, false);
  });
}

/** Deletes an article and gives it back for an undo; undefined when there was none that could be read. */
export function deleteSaved(id: string): Promise<SavedArticle | undefined> {
  return withLibraryLock(async () => {
    const { saved } = await readSaved([id]);
    await removeRecords([articleKey(id), metaKey(id)]);
    return saved[0];
  });
}

/** One saved article, in today's schema; undefined when it is not there or cannot be read. */
export async function getSaved(id: string): Promise<SavedArticle | undefined> {
  return (await readSaved([id])).saved[0];
}

/** The row of the article kept for an address, however that is decorated. */
export async function findSavedByUrl(url: string): Promise<IndexEntry | undefined> {
  const id = await articleId(url);
  const saved = id === undefined ? undefined : await getSaved(id);
  return saved && metaRecord(saved).entry;
}

/** All saved articles, newest first. */
export async function listSaved(): Promise<IndexEntry[]> {
  return (await readIndex()).entries;
}

/** Finds articles that hold all words of the query in title or text, newest first, as they are found; none for an empty query. */
export async function* searchSaved(query: string, signal: AbortSignal): AsyncGenerator<SearchHit> {
  yield* searchEntries(query, await listSaved(), signal);
}

/** Calls back whenever an article was saved or deleted, in whatever tab, until the signal is aborted. */
export function onLibraryChange(callback: () => void, signal: AbortSignal): void {
  onRecordsChange((keys) => {
    const { articles, metas } = idsOf(keys);
    if (articles.length + metas.size > 0) callback();
  }, signal);
}

async function keep(saved: SavedArticle, updated: boolean): Promise<SaveOutcome> {
  const record = toStorable(saved);
  const written = { [articleKey(saved.id)]: await pack(record), [metaKey(saved.id)]: metaRecord(record) };
  try {
    await writeRecords(written);
  } catch (error) {
    console.error('an article could not be saved', error);
    return { kind: 'failed', reason: isQuotaError(error) ? 'quota' : 'internal' };
  }
  if (!(await isKept(record))) return { kind: 'failed', reason: 'unreadable-after-write' };
  return { kind: 'saved', id: saved.id, updated };
}

/** Reads back what was written, down to the article inside its packing. */
async function isKept(written: SavedArticle): Promise<boolean> {
  const [{ saved }, { records }] = await Promise.all([readSaved([written.id]), readRecords([metaKey(written.id)])]);
  return isSameRecord(saved[0], written) && isSameRecord(records.get(metaKey(written.id)), metaRecord(written));
}

import { isRecord } from '../shape.ts';
import { isIndexEntry } from './article-shape.ts';
import { newestFirst } from './list-head.ts';
import { withLibraryLock } from './lock.ts';
import { listKeys, readRecords, writeRecords } from './record-store.ts';
import type { IndexEntry, SavedArticle } from './saved-article.ts';
import type { BrokenRecord } from './saved-records.ts';
import { idsOf, metaKey, readSaved } from './saved-records.ts';

const metaSchema = 2;
const rebuildBatch = 50;

/** The index as it was read, and what had to be left out of it. */
export interface LibraryIndex {
  entries: IndexEntry[];
  broken: BrokenRecord[];
}

/** The row that an article has in the index, as it is stored under its own key. */
export function metaRecord(saved: SavedArticle): { schema: number; entry: IndexEntry } {
  const { url, title, byline, siteName, publishedTime, excerpt, length } = saved.article;
  return {
    schema: metaSchema,
    entry: { id: saved.id, url, title, byline, siteName, publishedTime, excerpt, length, savedAt: saved.savedAt, updatedAt: saved.updatedAt },
  };
}

/**
 * Reads the index, newest first. The articles are the truth: a row without its article does not
 * count, and a row that is missing or broken is made again from its article.
 */
export async function readIndex(): Promise<LibraryIndex> {
  const { articles, metas } = idsOf(await listKeys());
  const index = await readIndexOf(articles, articles.filter((id) => metas.has(id)));
  index.entries.sort(newestFirst);
  return index;
}

/** The index of these articles alone, in their order as far as no row has to be made again; the gone are left out. */
export function readEntries(ids: readonly string[]): Promise<LibraryIndex> {
  return readIndexOf(ids, ids);
}

async function readIndexOf(articles: readonly string[], rowed: readonly string[]): Promise<LibraryIndex> {
  const { records } = await readRecords(rowed.map(metaKey));
  const index: LibraryIndex = { entries: [], broken: [] };
  const rowless: string[] = [];
  for (const id of articles) {
    const entry = toEntry(records.get(metaKey(id)), id);
    if (entry) index.entries.push(entry);
    else rowless.push(id);
  }
  for (let start = 0; start < rowless.length; start += rebuildBatch) {
    const rebuilt = await rebuildRows(rowless.slice(start, start + rebuildBatch));
    index.entries.push(...rebuilt.entries);
    index.broken.push(...rebuilt.broken);
  }
  return index;
}

async function rebuildRows(ids: string[]): Promise<LibraryIndex> {
  return withLibraryLock(async () => {
    const { saved, broken } = await readSaved(ids);
    const rows = saved.map((article) => [metaKey(article.id), metaRecord(article)] as const);
    try {
      await writeRecords(Object.fromEntries(rows));
    } catch (error) {
      console.warn('the rebuilt rows of the index could not be kept', error);
    }
    return { entries: rows.map(([, row]) => row.entry), broken };
  });
}

function toEntry(record: unknown, id: string): IndexEntry | undefined {
  if (!isRecord(record) || record['schema'] !== metaSchema) return undefined;
  const entry = record['entry'];
  return isIndexEntry(entry) && entry.id === id ? entry : undefined;
}

import { readAllAnnotations } from '../annotations.ts';
import { bookmarkIds, readBookmarks } from '../import/bookmark.ts';
import { readMarks } from '../marks.ts';
import { pictureEntries } from '../pictures/backup-pictures.ts';
import { loadAllProgress } from '../progress.ts';
import { listKeys } from '../record-store.ts';
import { idsOf, readSaved } from '../saved-records.ts';
import type { BackupEntry } from './backup-format.ts';
import type { ExportItem } from './export-item.ts';

const batchSize = 20;

/** What stands between two batches of reading: a chance to stop, and a word on how far it is. */
export interface ReadingWatch {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/** The articles with these ids, in this order, with all that goes out with them; those that cannot be read are left out. */
export async function* exportItems(ids: readonly string[], watch: ReadingWatch): AsyncGenerator<ExportItem> {
  for await (const batch of batches(ids, watch)) {
    const [{ saved }, marks, annotations] = await Promise.all([readSaved(batch), readMarks(batch), readAllAnnotations(batch)]);
    const byId = new Map(saved.map((article) => [article.id, article]));
    for (const id of batch) {
      const article = byId.get(id);
      if (article) yield { saved: article, highlights: annotations.get(id) ?? [], tags: marks.get(id)?.tags ?? [] };
    }
  }
}

/** Everything that a person has put into the library, in an order that depends on nothing else; what follows from it is left out. */
export async function* backupEntries(watch: ReadingWatch & { withPictures?: boolean | undefined }): AsyncGenerator<BackupEntry> {
  const ids = idsOf(await listKeys()).articles.sort();
  for await (const batch of batches(ids, watch)) {
    const [{ saved }, marks, progress, annotations] = await Promise.all([readSaved(batch), readMarks(batch), loadAllProgress(batch), readAllAnnotations(batch)]);
    const byId = new Map(saved.map((article) => [article.id, article]));
    for (const id of batch) {
      if (byId.has(id)) yield { kind: 'article', id, record: byId.get(id) };
      if (marks.has(id)) yield { kind: 'marks', id, record: marks.get(id) };
      if (progress.has(id)) yield { kind: 'progress', id, record: progress.get(id) };
      if (annotations.has(id)) yield { kind: 'annotations', id, record: annotations.get(id) };
    }
  }
  const bookmarks = await readBookmarks((await bookmarkIds()).sort());
  for (const bookmark of bookmarks) yield { kind: 'bookmark', id: bookmark.id, record: bookmark };
  if (!watch.withPictures) return;
  for await (const picture of pictureEntries()) {
    watch.signal.throwIfAborted();
    yield picture;
  }
}

async function* batches(ids: readonly string[], { signal, onProgress }: ReadingWatch): AsyncGenerator<string[]> {
  for (let start = 0; start < ids.length; start += batchSize) {
    signal.throwIfAborted();
    yield ids.slice(start, start + batchSize);
    onProgress(Math.min(start + batchSize, ids.length), ids.length);
  }
}

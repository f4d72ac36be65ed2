import { arrayOf, isRecord, isString } from '../../shape.ts';
import type { Annotation } from '../annotation.ts';
import { isAnnotation } from '../annotation.ts';
import { articleId } from '../article-id.ts';
import type { BackupEntry } from '../export/backup-format.ts';
import type { Marks } from '../marks.ts';
import { isMarks } from '../marks.ts';
import type { BackupPicture } from '../pictures/backup-pictures.ts';
import { acceptPicture, missingPictures } from '../pictures/backup-pictures.ts';
import type { Progress } from '../progress.ts';
import { isProgress } from '../progress.ts';
import { listKeys } from '../record-store.ts';
import type { SavedArticle } from '../saved-article.ts';
import { idsOf, readSaved } from '../saved-records.ts';
import { acceptArticle, isMoment } from './accept-article.ts';
import type { Bookmark } from './bookmark.ts';
import { bookmarkIds, isBookmark } from './bookmark.ts';

/** What would become of an article: it is new here, newer than ours, the same as ours, or older than ours. */
export type Fate = 'add' | 'update' | 'same' | 'older';

/** A file's content, held against the library; nothing has been written yet. */
export interface ImportPlan {
  articles: { saved: SavedArticle; fate: Fate }[];
  marks: [id: string, marks: Marks][];
  progress: [id: string, progress: Progress][];
  annotations: [id: string, annotations: Annotation[]][];
  bookmarks: Bookmark[];
  /** Those that are not here yet. */
  pictures: BackupPicture[];
  /** How many of the bookmarks are not here yet, nor their articles. */
  newBookmarks: number;
  /** Titles, or ids, of what cannot be taken in. */
  refused: string[];
}

const areAnnotations = (value: unknown): value is Annotation[] => arrayOf(isAnnotation)(value);
const batchSize = 50;

/** Says what taking in these entries would do. */
export async function planImport(entries: readonly BackupEntry[], document: Document): Promise<ImportPlan> {
  const plan: ImportPlan = { articles: [], marks: [], progress: [], annotations: [], bookmarks: [], pictures: [], newBookmarks: 0, refused: [] };
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = `${entry.kind}:${entry.id}`;
    // Twice the same in one file is nothing that we wrote; the first one counts.
    if (seen.has(name) || !(await take(entry, plan, document))) plan.refused.push(nameOf(entry));
    seen.add(name);
  }
  await compare(plan.articles);
  if (plan.pictures.length > 0) plan.pictures = await missingPictures(plan.pictures);
  const present = new Set([...(await bookmarkIds()), ...idsOf(await listKeys()).articles]);
  plan.newBookmarks = plan.bookmarks.filter(({ id }) => !present.has(id)).length;
  return plan;
}

async function take({ kind, id, record }: BackupEntry, plan: ImportPlan, document: Document): Promise<boolean> {
  if (kind === 'article') {
    const saved = await acceptArticle(record, id, document);
    if (typeof saved !== 'string') plan.articles.push({ saved, fate: 'add' });
    return typeof saved !== 'string';
  }
  if (kind === 'picture') {
    const picture = await acceptPicture(record, id);
    return picture !== undefined && plan.pictures.push(picture) > 0;
  }
  if (kind === 'marks' && isMarks(record) && isMoment(record.deletedAt)) return plan.marks.push([id, record]) > 0;
  if (kind === 'progress' && isProgress(record) && isMoment(record.at)) return plan.progress.push([id, record]) > 0;
  if (kind === 'annotations' && areAnnotations(record)) return plan.annotations.push([id, record]) > 0;
  const isOwn = kind === 'bookmark' && isBookmark(record) && record.id === id && isMoment(record.addedAt) && /^https?:/i.test(record.url);
  return isOwn && (await articleId(record.url)) === id && plan.bookmarks.push(record) > 0;
}

async function compare(articles: ImportPlan['articles']): Promise<void> {
  for (let start = 0; start < articles.length; start += batchSize) {
    const batch = articles.slice(start, start + batchSize);
    const own = new Map((await readSaved(batch.map(({ saved }) => saved.id))).saved.map((saved) => [saved.id, saved.updatedAt]));
    for (const planned of batch) planned.fate = fateOf(planned.saved.updatedAt, own.get(planned.saved.id));
  }
}

function fateOf(theirs: number, ours: number | undefined): Fate {
  if (ours === undefined) return 'add';
  if (theirs === ours) return 'same';
  return theirs > ours ? 'update' : 'older';
}

function nameOf({ id, record }: BackupEntry): string {
  const article = isRecord(record) ? record['article'] : undefined;
  const title = isRecord(article) ? article['title'] : undefined;
  return isString(title) && title !== '' ? String(title) : id;
}

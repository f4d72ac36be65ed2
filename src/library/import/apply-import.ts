import { keepAnnotation, readAnnotations } from '../annotations.ts';
import { mergeSaved } from '../library.ts';
import { changeMarks, noMarks } from '../marks.ts';
import { takePictures } from '../pictures/backup-pictures.ts';
import { loadAllProgress, progressKey } from '../progress.ts';
import { listKeys, writeRecords } from '../record-store.ts';
import { isSameRecord } from '../same-record.ts';
import type { SaveOutcome } from '../saved-article.ts';
import { idsOf, readSaved } from '../saved-records.ts';
import { addBookmarks } from './bookmark.ts';
import type { ImportPlan } from './plan-import.ts';

/** What was done; with a reason where it had to stop. What was taken in until then stays, whole. */
export interface ImportOutcome {
  added: number;
  updated: number;
  bookmarks: number;
  stopped?: Extract<SaveOutcome, { kind: 'failed' }>['reason'] | 'cancelled';
}

interface Watch {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/**
 * Carries out a plan, article by article: each is written whole or not at all, and read back. Whoever is
 * interrupted, or killed, does it again, and what is there already stays as it is.
 */
export async function applyImport(plan: ImportPlan, { signal, onProgress }: Watch): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { added: 0, updated: 0, bookmarks: 0 };
  const wanted = plan.articles.filter(({ fate }) => fate === 'add' || fate === 'update');
  const marks = new Map(plan.marks);
  const progress = new Map(plan.progress);
  for (const [place, { saved }] of wanted.entries()) {
    if (signal.aborted) return { ...outcome, stopped: 'cancelled' };
    const merged = await mergeSaved(saved);
    if (merged.kind === 'failed') return { ...outcome, stopped: merged.reason };
    if (merged.kind === 'saved') outcome[merged.updated ? 'updated' : 'added'] += 1;
    onProgress(place + 1, wanted.length);
  }
  await mergeMarks(await present([...marks.keys()]), marks);
  await mergeProgress(await present([...progress.keys()]), progress);
  await mergeAnnotations(plan.annotations);
  await addBookmarks(plan.bookmarks);
  const done = { ...outcome, bookmarks: plan.newBookmarks };
  return (await takePictures(plan.pictures)) ? done : { ...done, stopped: 'quota' };
}

/** What is said about an article is taken only where it is here. */
async function present(ids: readonly string[]): Promise<string[]> {
  const here = new Set(idsOf(await listKeys()).articles);
  return ids.filter((id) => here.has(id));
}

/** Marks carry no time, so ours stay where there are any. */
async function mergeMarks(ids: readonly string[], marks: ReadonlyMap<string, ImportPlan['marks'][number][1]>): Promise<void> {
  for (const id of ids) {
    await changeMarks([id], (own) => (isSameRecord(own, noMarks) ? (marks.get(id) ?? own) : own));
  }
}

async function mergeProgress(ids: readonly string[], progress: ReadonlyMap<string, ImportPlan['progress'][number][1]>): Promise<void> {
  const own = await loadAllProgress(ids);
  const newer = ids.filter((id) => (progress.get(id)?.at ?? 0) > (own.get(id)?.at ?? -1));
  await writeRecords(Object.fromEntries(newer.map((id) => [progressKey(id), progress.get(id)])));
}

/** Ours stay as they are; theirs are added to them. */
async function mergeAnnotations(annotations: ImportPlan['annotations']): Promise<void> {
  const theirs = new Map(annotations);
  for (const id of await present([...theirs.keys()])) {
    const known = new Set((await readAnnotations(id)).map((annotation) => annotation.id));
    const [saved] = (await readSaved([id])).saved;
    for (const annotation of theirs.get(id) ?? []) {
      if (saved && !known.has(annotation.id)) await keepAnnotation(saved.article.url, annotation);
    }
  }
}

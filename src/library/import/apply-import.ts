import type { Annotation } from '../annotation.ts';
import { keepAnnotation, readAnnotations } from '../annotations.ts';
import { mergeSaved } from '../library.ts';
import type { Marks } from '../marks.ts';
import { changeMarks, noMarks } from '../marks.ts';
import { takePictures } from '../pictures/backup-pictures.ts';
import type { Progress } from '../progress.ts';
import { loadAllProgress, progressKey } from '../progress.ts';
import { isQuotaError, listKeys, writeRecords } from '../record-store.ts';
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
  for (const [place, { saved }] of wanted.entries()) {
    if (signal.aborted) return { ...outcome, stopped: 'cancelled' };
    const merged = await mergeSaved(saved);
    if (merged.kind === 'failed') return { ...outcome, stopped: merged.reason };
    if (merged.kind === 'saved') outcome[merged.updated ? 'updated' : 'added'] += 1;
    onProgress(place + 1, wanted.length);
  }
  try {
    await mergeMarks(new Map(plan.marks));
    await mergeProgress(new Map(plan.progress));
    await mergeAnnotations(new Map(plan.annotations));
    await addBookmarks(plan.bookmarks);
    outcome.bookmarks = plan.newBookmarks;
    return (await takePictures(plan.pictures)) ? outcome : { ...outcome, stopped: 'quota' };
  } catch (error) {
    console.error('not all of a file could be taken in', error);
    return { ...outcome, stopped: isQuotaError(error) ? 'quota' : 'internal' };
  }
}

/** What is said about an article is taken only where it is here. */
async function present<T>(said: ReadonlyMap<string, T>): Promise<[id: string, said: T][]> {
  const here = new Set(idsOf(await listKeys()).articles);
  return [...said].filter(([id]) => here.has(id));
}

/** One record that must not be written over does not keep the others out; only want of room does. */
async function tryEach<T>(said: ReadonlyMap<string, T>, take: (id: string, one: T) => Promise<unknown>): Promise<void> {
  for (const [id, one] of await present(said)) {
    try {
      await take(id, one);
    } catch (error) {
      if (isQuotaError(error)) throw error;
      console.warn(`what a file says about ${id} could not be taken in`, error);
    }
  }
}

/** Marks carry no time, so ours stay where there are any. */
function mergeMarks(marks: ReadonlyMap<string, Marks>): Promise<void> {
  return tryEach(marks, (id, theirs) => changeMarks([id], (own) => (isSameRecord(own, noMarks) ? theirs : own)));
}

async function mergeProgress(progress: ReadonlyMap<string, Progress>): Promise<void> {
  const theirs = await present(progress);
  const own = await loadAllProgress(theirs.map(([id]) => id));
  const newer = theirs.filter(([id, { at }]) => at > (own.get(id)?.at ?? -1));
  await writeRecords(Object.fromEntries(newer.map(([id, place]) => [progressKey(id), place])));
}

/** Ours stay as they are; theirs are added to them. */
function mergeAnnotations(annotations: ReadonlyMap<string, readonly Annotation[]>): Promise<void> {
  return tryEach(annotations, async (id, theirs) => {
    const known = new Set((await readAnnotations(id)).map((annotation) => annotation.id));
    const [saved] = (await readSaved([id])).saved;
    for (const annotation of theirs) {
      if (saved && !known.has(annotation.id)) await keepAnnotation(saved.article.url, annotation);
    }
  });
}

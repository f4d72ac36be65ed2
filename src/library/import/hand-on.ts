import type { Annotation } from '../annotation.ts';
import { annotationsKey, annotationsRecord } from '../annotations.ts';
import { marksKey, noMarks, tidyTag } from '../marks.ts';
import { readRecords } from '../record-store.ts';
import { readBookmarks } from './bookmark.ts';

/**
 * What an article takes over from the bookmark that waited for it, as records to be written along with it: its tags, and what was
 * marked in it elsewhere. Nothing where there is no bookmark; what was said about the article here stays as it is.
 */
export async function recordsHandedOn(id: string, now: number): Promise<Record<string, unknown>> {
  const [bookmark] = await readBookmarks([id]);
  if (!bookmark) return {};
  const { records, unreadable } = await readRecords([marksKey(id), annotationsKey(id)]);
  const isFree = (key: string): boolean => !records.has(key) && !unreadable.includes(key);
  const tags = [...new Set(bookmark.tags.map(tidyTag))].filter((tag) => tag !== '');
  const annotations = (bookmark.quotes ?? []).map(({ exact, note }, place): Annotation => (
    { id: `${bookmark.source}-${place}`, exact, prefix: '', suffix: '', start: 0, end: exact.length, colour: 'yellow', note, createdAt: (bookmark.addedAt || now) + place }
  ));
  return {
    ...(tags.length > 0 && isFree(marksKey(id)) && { [marksKey(id)]: { ...noMarks, tags } }),
    ...(annotations.length > 0 && isFree(annotationsKey(id)) && { [annotationsKey(id)]: annotationsRecord(annotations) }),
  };
}

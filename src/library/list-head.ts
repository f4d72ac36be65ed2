import { arrayOf, isNumber, shapeOf } from '../shape.ts';
import { isIndexEntry } from './article-shape.ts';
import { readRecords } from './record-store.ts';
import type { IndexEntry } from './saved-article.ts';

/** The newest rows of the list and the number of all, in one record, so that a popup shows them without reading the rest. */
export interface ListHead {
  total: number;
  entries: IndexEntry[];
}

/** The key of the head. It follows from the rest: whoever finds it missing or broken reads the whole list and writes it anew. */
export const headKey = 'head';

/** How many rows a fresh head has. */
export const headLength = 60;
/** With fewer rows than this a head no longer fills a window, and is dropped. */
const fewest = 20;

const isHead = shapeOf<ListHead>({ total: isNumber, entries: arrayOf(isIndexEntry) });

/** The head as it was kept; undefined when the list has to be read. */
export async function readHead(): Promise<ListHead | undefined> {
  const { records } = await readRecords([headKey]);
  const head = records.get(headKey);
  return isHead(head) ? head : undefined;
}

/** The head of a whole list, newest first. */
export function headOf(entries: readonly IndexEntry[]): ListHead {
  return { total: entries.length, entries: entries.slice(0, headLength) };
}

/** The head once an article was saved, which counts one more if it was not in the list before. */
export function headWith(head: ListHead, entry: IndexEntry, isNew: boolean): ListHead {
  const others = head.entries.filter(({ id }) => id !== entry.id);
  const wasShown = others.length < head.entries.length;
  if (!isNew && !wasShown) return head;
  const entries = [...others, entry].sort(newestFirst).slice(0, headLength);
  return { total: head.total + Number(isNew), entries };
}

/** The head once these articles left the list; undefined when too little of it is left. */
export function headWithout(head: ListHead, ids: readonly string[]): ListHead | undefined {
  const gone = new Set(ids);
  const entries = head.entries.filter(({ id }) => !gone.has(id));
  const total = head.total - ids.length;
  return entries.length >= Math.min(fewest, total) ? { total, entries } : undefined;
}

/** The order of the list; articles of the same moment stand by id, so that it is always the same. */
export function newestFirst(a: IndexEntry, b: IndexEntry): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1);
}

import { isNumber, isString, shapeOf } from '../shape.ts';
import { readRecords, removeRecords, writeRecords } from './record-store.ts';
import type { WayBack } from './way-back.ts';

/** How far an article was read, and where to go on. */
export interface Progress {
  /** From 0, its beginning, to 1, its end. */
  fraction: number;
  /** The first words of the block that stood at the top, by which the place is found again. */
  anchorText: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const prefix = 'progress:';
const longestAnchor = 200;

/** Whether a value is a reading place. */
export const isProgress = shapeOf<Progress>({ fraction: isNumber, anchorText: isString, at: isNumber });

/** The key under which an article's reading place is kept. */
export function progressKey(id: string): string {
  return prefix + id;
}

/** The ids that have a reading place, among some keys of the store. */
export function progressIds(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** Keeps the reading place of an article; `fraction` outside 0 to 1 counts as the nearer end. */
export function saveProgress(id: string, fraction: number, anchorText: string): Promise<void> {
  const within = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
  const progress: Progress = { fraction: within, anchorText: anchorText.slice(0, longestAnchor), at: Date.now() };
  return writeRecords({ [progressKey(id)]: progress });
}

/** Makes articles read or unread, all of them in one write; gives the way back to the places where one was. */
export async function setRead(ids: readonly string[], read: boolean): Promise<WayBack> {
  const before = await loadAllProgress(ids);
  const done: Progress = { fraction: 1, anchorText: '', at: Date.now() };
  await (read ? writeRecords(Object.fromEntries(ids.map((id) => [progressKey(id), done]))) : forgetProgress(ids));
  return async () => {
    await writeRecords(Object.fromEntries([...before].map(([id, place]) => [progressKey(id), place])));
    await forgetProgress(ids.filter((id) => !before.has(id)));
  };
}

/** The reading place of an article; undefined when it was never opened, or the record is broken. */
export async function loadProgress(id: string): Promise<Progress | undefined> {
  return (await loadAllProgress([id])).get(id);
}

/** The reading places of several articles by id; those that have none are left out. */
export async function loadAllProgress(ids: readonly string[]): Promise<Map<string, Progress>> {
  return progressIn((await readRecords(ids.map(progressKey))).records, ids);
}

/** The same out of records that have been read already. */
export function progressIn(records: ReadonlyMap<string, unknown>, ids: readonly string[]): Map<string, Progress> {
  const found = ids.map((id) => [id, records.get(progressKey(id))] as const);
  return new Map(found.filter((pair): pair is [string, Progress] => isProgress(pair[1])));
}

/** Makes articles unread again. */
export function forgetProgress(ids: readonly string[]): Promise<void> {
  return removeRecords(ids.map(progressKey));
}

import { arrayOf, isBoolean, isNumber, isString, shapeOf } from '../shape.ts';
import { headKey, headWithout, readHead } from './list-head.ts';
import { withLibraryLock } from './lock.ts';
import { readForChange, readRecords, writeRecords } from './record-store.ts';
import { isSameRecord } from './same-record.ts';
import type { WayBack } from './way-back.ts';

/** What a person has said about a saved article; kept apart from it, so that neither can spoil the other. */
export interface Marks {
  star: boolean;
  archived: boolean;
  tags: string[];
  /** Milliseconds since the epoch at which it was put into the bin; 0 while it is not there. */
  deletedAt: number;
}

/** What holds for an article of which nothing was said. */
export const noMarks: Marks = { star: false, archived: false, tags: [], deletedAt: 0 };

interface Change {
  id: string;
  old: Marks;
  fresh: Marks;
}

const prefix = 'marks:';
/** Whether a value says all that can be said of an article. */
export const isMarks = shapeOf<Marks>({ star: isBoolean, archived: isBoolean, tags: arrayOf(isString), deletedAt: isNumber });

/** The key under which an article's marks are kept. */
export function marksKey(id: string): string {
  return prefix + id;
}

/** The ids that have marks, among some keys of the store. */
export function markedIds(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** The marks of several articles by id; those without, or with a broken record, are left out. */
export async function readMarks(ids: readonly string[]): Promise<Map<string, Marks>> {
  return marksIn((await readRecords(ids.map(marksKey))).records, ids);
}

/** The same out of records that have been read already. */
export function marksIn(records: ReadonlyMap<string, unknown>, ids: readonly string[]): Map<string, Marks> {
  const found = ids.map((id) => [id, records.get(marksKey(id))] as const);
  return new Map(found.filter((pair): pair is [string, Marks] => isMarks(pair[1])));
}

/** Changes the marks of several articles at once, all of them or none; gives the way back. Rejects where one cannot be read. */
export async function changeMarks(ids: readonly string[], change: (marks: Marks, id: string) => Marks): Promise<WayBack> {
  const changes = await withLibraryLock(() => applyChange(ids, change));
  const changed = new Map(changes.map((one) => [one.id, one]));
  return async () => {
    await changeMarks(ids, (marks, id) => {
      const one = changed.get(id);
      return one && isSameRecord(marks, one.fresh) ? one.old : marks;
    });
  };
}

async function applyChange(ids: readonly string[], change: (marks: Marks, id: string) => Marks): Promise<Change[]> {
  const before = marksIn(await readForChange(ids.map(marksKey)), ids);
  const changes = ids.map((id): Change => {
    const old = before.get(id) ?? noMarks;
    return { id, old, fresh: tidy(change(old, id)) };
  });
  const real = changes.filter(({ old, fresh }) => !isSameRecord(old, fresh));
  if (real.length > 0) await writeRecords({ ...Object.fromEntries(real.map(({ id, fresh }) => [marksKey(id), fresh])), ...(await changedHead(real)) });
  return real;
}

/** Whether an article is saved and not thrown away. */
export function isKept({ deletedAt }: Marks): boolean {
  return deletedAt === 0;
}

/** A moment so long ago that what was put into the bin then goes at the next sweep. */
export const doomed = 1;

/** Whether an article lies in the bin for everybody to see, and not only until the next sweep. */
export function isBinned({ deletedAt }: Marks): boolean {
  return deletedAt > doomed;
}

/** Whether an article stands in the list: what is archived or in the bin has its own. */
export function isListed(marks: Marks): boolean {
  return isKept(marks) && !marks.archived;
}

/** Where an article comes back into the list the head is dropped, and the next reader makes it anew. */
async function changedHead(changes: readonly Change[]): Promise<Record<string, unknown>> {
  const moved = changes.filter(({ old, fresh }) => isListed(old) !== isListed(fresh));
  const head = moved.length === 0 ? undefined : await readHead();
  if (!head) return {};
  const left = moved.some(({ fresh }) => isListed(fresh)) ? undefined : headWithout(head, moved.map(({ id }) => id));
  return { [headKey]: left ?? null };
}

/** A tag as it is kept: no white space round it or runs of it inside, no leading #, forty characters at most. */
export function tidyTag(tag: string): string {
  return [...tag.trim().replace(/^[#＃]+/, '').replace(/\s+/g, ' ').trim()].slice(0, 40).join('');
}

const betweenTags = /[,，、;；\n]/;

/** The tags in what somebody typed: several are parted by commas, as one writes them. */
export function tagsIn(typed: string): string[] {
  return [...new Set(typed.split(betweenTags).map(tidyTag))].filter((tag) => tag !== '');
}

/** What was typed before the last of several tags. */
export function beforeLastTag(typed: string): string {
  const last = typed.split(betweenTags).at(-1)?.trimStart() ?? '';
  return typed.slice(0, typed.length - last.length);
}

function tidy({ star, archived, tags, deletedAt }: Marks): Marks {
  return { star, archived, tags: [...new Set(tags.map(tidyTag).filter((tag) => tag !== ''))], deletedAt };
}

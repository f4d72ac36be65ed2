import { arrayOf, isBoolean, isNumber, isString, oneOf, optional, shapeOf } from '../../shape.ts';
import { withLibraryLock } from '../lock.ts';
import { listKeys, onRecordsChange, readRecords, removeRecords, writeRecords } from '../record-store.ts';
import { articleKey } from '../saved-records.ts';

export type BookmarkSource = 'pocket' | 'instapaper' | 'omnivore';

/** What was marked in an article elsewhere, and what was noted on it; empty where nothing was. */
export interface BookmarkQuote {
  exact: string;
  note: string;
}

/** The address of an article that is still to be fetched, from another service's list; the article itself is saved once the page is opened. */
export interface Bookmark {
  /** The id that the article will have once it is saved. */
  id: string;
  url: string;
  title: string;
  /** Milliseconds since the epoch. */
  addedAt: number;
  tags: string[];
  source: BookmarkSource;
  /** Whether it was read there, or filed away. */
  read?: boolean;
  quotes?: BookmarkQuote[];
}

const prefix = 'bookmark:';

/** Whether a value is a bookmark. */
export const isBookmark = shapeOf<Bookmark>({
  id: isString, url: isString, title: isString, addedAt: isNumber, tags: arrayOf(isString), source: oneOf('pocket', 'instapaper', 'omnivore'),
  read: optional(isBoolean), quotes: optional(arrayOf(shapeOf<BookmarkQuote>({ exact: isString, note: isString }))),
});

/** The key under which a bookmark is kept. */
export function bookmarkKey(id: string): string {
  return prefix + id;
}

/** The ids of all bookmarks, also of those whose article has been saved since. */
export async function bookmarkIds(): Promise<string[]> {
  return idsAmong(await listKeys());
}

/** The bookmarks with these ids; broken ones are left out. */
export async function readBookmarks(ids: readonly string[]): Promise<Bookmark[]> {
  const { records } = await readRecords(ids.map(bookmarkKey));
  return [...records].flatMap(([key, record]) => (isBookmark(record) && bookmarkKey(record.id) === key ? [record] : []));
}

/** The bookmarks that still wait for their article: those that were not read first, of these the latest. */
export async function listBookmarks(): Promise<Bookmark[]> {
  const keys = await listKeys();
  const known = new Set(keys);
  const waiting = await readBookmarks(idsAmong(keys).filter((id) => !known.has(articleKey(id))));
  return waiting.sort((a, b) => Number(a.read ?? false) - Number(b.read ?? false) || b.addedAt - a.addedAt || (a.id < b.id ? -1 : 1));
}

/** Keeps bookmarks, all or none; one that is there already stays as it is. */
export function addBookmarks(bookmarks: readonly Bookmark[]): Promise<void> {
  return withLibraryLock(async () => {
    const present = new Set((await readBookmarks(bookmarks.map(({ id }) => id))).map(({ id }) => id));
    const fresh = bookmarks.filter(({ id }) => !present.has(id));
    await writeRecords(Object.fromEntries(fresh.map((bookmark) => [bookmarkKey(bookmark.id), bookmark])));
  });
}

/** Removes bookmarks. */
export function removeBookmarks(ids: readonly string[]): Promise<void> {
  return removeRecords(ids.map(bookmarkKey));
}

/** Calls back when a bookmark came or went, or an article that one may have waited for. */
export function onBookmarksChange(callback: () => void, signal: AbortSignal): void {
  onRecordsChange((keys) => {
    if (keys.some((key) => key.startsWith(prefix) || key.startsWith(articleKey('')))) callback();
  }, signal);
}

function idsAmong(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

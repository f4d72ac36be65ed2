import { articleId } from '../article-id.ts';
import type { Bookmark } from './bookmark.ts';
import { readListJson } from './list-json.ts';
import { readListPage } from './list-page.ts';
import type { ForeignList, ListRow } from './list-row.ts';
import { readListTable } from './list-table.ts';

/** A list takes far less, and what is larger was made to do harm. In bytes. */
export const listLimit = 50_000_000;
const longestTitle = 300;
const longestQuote = 5000;
const mostTags = 20;
const mostQuotes = 200;

/** Reads a list of Pocket (HTML, CSV, or the JSON of its highlights), Instapaper (CSV or HTML) or Omnivore (JSON); undefined for a file of none of them. */
export async function readBookmarkList(text: string, highlights: ReadonlyMap<string, string> = new Map()): Promise<Bookmark[] | undefined> {
  const found = listIn(text, highlights);
  if (found === undefined) return undefined;
  const bookmarks: Bookmark[] = [];
  for (const row of found.rows) {
    const id = /^https?:/i.test(row.url.trim()) ? await articleId(row.url.trim()) : undefined;
    if (id !== undefined) bookmarks.push(toBookmark(row, id, found.source));
  }
  return joinBookmarks(bookmarks);
}

/** One bookmark an address, in the order of the first: what another row says of it besides is taken along. */
export function joinBookmarks(bookmarks: readonly Bookmark[]): Bookmark[] {
  const joined = new Map<string, Bookmark>();
  for (const bookmark of bookmarks) {
    const known = joined.get(bookmark.id);
    joined.set(bookmark.id, known ? join(known, bookmark) : bookmark);
  }
  return [...joined.values()];
}

function join(one: Bookmark, other: Bookmark): Bookmark {
  const quotes = [...(one.quotes ?? []), ...(other.quotes ?? [])].slice(0, mostQuotes);
  return {
    ...one, title: one.title || other.title, addedAt: one.addedAt || other.addedAt, tags: [...new Set([...one.tags, ...other.tags])].slice(0, mostTags),
    ...((one.read || other.read) && { read: true }), ...(quotes.length > 0 && { quotes }),
  };
}

function listIn(text: string, highlights: ReadonlyMap<string, string>): ForeignList | undefined {
  const start = text.slice(0, 2000).replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('[')) return readListJson(text, highlights);
  return /^<!doctype html|^<html/i.test(start) ? readListPage(text) : readListTable(text);
}

function toBookmark({ url, title, added, tags, read, quotes }: ListRow, id: string, source: Bookmark['source']): Bookmark {
  const address = url.trim();
  const name = title.replace(/\s+/g, ' ').trim().slice(0, longestTitle);
  const clean = [...new Set(tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== ''))].slice(0, mostTags);
  const marked = quotes.slice(0, mostQuotes).map(({ exact, note }) => ({ exact: exact.slice(0, longestQuote), note: note.slice(0, longestQuote) }));
  return {
    id, url: address, title: name === address ? '' : name, addedAt: momentOf(added), tags: clean, source,
    ...(read && { read }), ...(marked.length > 0 && { quotes: marked }),
  };
}

/** Unknown times, and those that nobody can mean, count as the beginning of time. */
function momentOf(added: string): number {
  const value = /^\d{9,10}$/.test(added.trim()) ? Number(added) * 1000 : Date.parse(added);
  return Number.isFinite(value) && value > 0 && value <= Date.now() ? value : 0;
}

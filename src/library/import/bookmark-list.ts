import { parseInert } from '../../article/sanitize.ts';
import { isHeavyJson, isRecord, isString } from '../../shape.ts';
import { articleId } from '../article-id.ts';
import type { Bookmark, BookmarkSource } from './bookmark.ts';
import { readCsv } from './csv-rows.ts';

/** One row of another service's list, as it stands there. */
interface Row {
  url: string;
  title: string;
  /** Seconds since the epoch, or a date in words of ISO 8601; empty when unknown. */
  added: string;
  tags: string[];
}

/** A list takes far less, and what is larger was made to do harm. In bytes. */
export const listLimit = 50_000_000;
const longestTitle = 300;
const mostTags = 20;

/** Reads a list of Pocket (HTML or CSV), Instapaper (CSV) or Omnivore (JSON); undefined for a file of none of them. An address stands once. */
export async function readBookmarkList(text: string): Promise<Bookmark[] | undefined> {
  const found = rowsOf(text);
  if (found === undefined) return undefined;
  const bookmarks = new Map<string, Bookmark>();
  for (const row of found.rows) {
    const id = /^https?:/i.test(row.url.trim()) ? await articleId(row.url.trim()) : undefined;
    if (id !== undefined && !bookmarks.has(id)) bookmarks.set(id, toBookmark(row, id, found.source));
  }
  return [...bookmarks.values()];
}

function rowsOf(text: string): { rows: Row[]; source: BookmarkSource } | undefined {
  const start = text.slice(0, 2000).replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('[')) return fromOmnivore(text);
  if (/^<!doctype html|^<html/i.test(start)) return fromPocketPage(text);
  const [head = ''] = start.toLowerCase().split(/\r?\n/);
  if (/^url,title,/.test(head)) return { source: 'instapaper', rows: readCsv(text).map(fromInstapaper) };
  if (/^title,url,time_added/.test(head)) return { source: 'pocket', rows: readCsv(text).map(fromPocket) };
  return undefined;
}

function fromPocket(row: Record<string, string>): Row {
  return { url: row['url'] ?? '', title: row['title'] ?? '', added: row['time_added'] ?? '', tags: (row['tags'] ?? '').split(/[|,]/) };
}

function fromInstapaper(row: Record<string, string>): Row {
  const folder = row['folder'] ?? '';
  const tags = (row['tags'] ?? '').replace(/^\[|\]$|"/g, '').split(',');
  return { url: row['url'] ?? '', title: row['title'] ?? '', added: row['timestamp'] ?? '', tags: /^(unread|archive|starred)?$/i.test(folder) ? tags : [folder, ...tags] };
}

/** Only its links are parsed: there is markup on which a browser ponders for minutes. */
function fromPocketPage(text: string): { rows: Row[]; source: BookmarkSource } | undefined {
  const markup = Array.from(text.matchAll(/<a\s[^<]*<\/a>/gi), ([link]) => link).join('');
  const links = [...parseInert(markup).querySelectorAll('a[href][time_added]')];
  const attribute = (link: Element, name: string): string => link.getAttribute(name) ?? '';
  const rows = links.map((link) => ({
    url: attribute(link, 'href'), title: link.textContent ?? '', added: attribute(link, 'time_added'), tags: attribute(link, 'tags').split(','),
  }));
  return rows.length === 0 ? undefined : { source: 'pocket', rows };
}

function fromOmnivore(text: string): { rows: Row[]; source: BookmarkSource } | undefined {
  const items = parseArray(text).filter((item) => isRecord(item) && isString(item['url']) && isString(item['title']));
  if (items.length === 0) return undefined;
  const rows = items.map((item) => {
    const { url, title, savedAt, labels } = item as Record<string, unknown>;
    return { url: String(url), title: String(title), added: isString(savedAt) ? String(savedAt) : '', tags: Array.isArray(labels) ? labels.filter(isString).map(String) : [] };
  });
  return { source: 'omnivore', rows };
}

function parseArray(text: string): unknown[] {
  if (isHeavyJson(text)) return [];
  try {
    const list: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return Array.isArray(list) ? list : [];
  } catch (error) {
    console.warn('the list is no JSON', error);
    return [];
  }
}

function toBookmark({ url, title, added, tags }: Row, id: string, source: BookmarkSource): Bookmark {
  const address = url.trim();
  const name = title.replace(/\s+/g, ' ').trim().slice(0, longestTitle);
  const clean = [...new Set(tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== ''))].slice(0, mostTags);
  return { id, url: address, title: name === address ? '' : name, addedAt: momentOf(added), tags: clean, source };
}

/** Unknown times, and those that nobody can mean, count as the beginning of time. */
function momentOf(added: string): number {
  const value = /^\d{9,10}$/.test(added.trim()) ? Number(added) * 1000 : Date.parse(added);
  return Number.isFinite(value) && value > 0 && value <= Date.now() ? value : 0;
}

import type { BackupEntry } from '../export/backup-format.ts';
import type { Bookmark } from './bookmark.ts';
import { joinBookmarks, listLimit, readBookmarkList } from './bookmark-list.ts';
import { decodeList } from './decode-list.ts';
import type { ImportPlan } from './plan-import.ts';
import { planImport } from './plan-import.ts';
import type { ListArchive } from './read-archive.ts';
import { isArchive, readArchive } from './read-archive.ts';
import type { Refusal } from './read-backup.ts';
import { readBackup } from './read-backup.ts';

/** What a file turned out to be: something to take in, or something that is not taken. */
export type FileReading = { kind: 'plan'; plan: ImportPlan } | { kind: 'refused'; reason: Refusal };

/** A backup with all the pictures it may have takes half of this. In bytes. */
const backupLimit = 1_000_000_000;

/** Reads a backup or another service's list, or an archive of such lists; nothing is changed. */
export async function readImportFile(file: Blob, document: Document): Promise<FileReading> {
  if (await isArchive(file)) return readLists(await readArchive(file), document);
  const isBackup = await mayBeBackup(file);
  if (file.size > (isBackup ? backupLimit : listLimit)) return { kind: 'refused', reason: 'large' };
  if (!isBackup) return readLists({ lists: [decodeList(new Uint8Array(await file.arrayBuffer()))], highlights: new Map() }, document);
  const text = await file.text();
  // What is more than a text can hold comes as none at all.
  if (text === '' && file.size > 0) return { kind: 'refused', reason: 'large' };
  const reading = await readBackup(text);
  if (reading.kind === 'backup') return { kind: 'plan', plan: await planImport(reading.entries, document) };
  return reading;
}

/** By its beginning, because the whole of it may be too much to read. */
async function mayBeBackup(file: Blob): Promise<boolean> {
  return /^\s*\{/.test(await file.slice(0, 100).text());
}

/** The lists of one service stand in several files; an address stands once all the same. */
async function readLists(archive: ListArchive | undefined, document: Document): Promise<FileReading> {
  if (archive === undefined) return { kind: 'refused', reason: 'damaged' };
  const lists: Bookmark[][] = [];
  for (const text of archive.lists) lists.push((await readBookmarkList(text, archive.highlights)) ?? []);
  const bookmarks = joinBookmarks(lists.flat());
  if (bookmarks.length === 0) return { kind: 'refused', reason: 'foreign' };
  const entries = bookmarks.map((bookmark): BackupEntry => ({ kind: 'bookmark', id: bookmark.id, record: bookmark }));
  return { kind: 'plan', plan: await planImport(entries, document) };
}

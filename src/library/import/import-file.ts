import type { BackupEntry } from '../export/backup-format.ts';
import type { Bookmark } from './bookmark.ts';
import { listLimit, readBookmarkList } from './bookmark-list.ts';
import type { ImportPlan } from './plan-import.ts';
import { planImport } from './plan-import.ts';
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
  if (file.size > ((await mayBeBackup(file)) ? backupLimit : listLimit)) return { kind: 'refused', reason: 'large' };
  const text = await file.text();
  // What is more than a text can hold comes as none at all.
  if (text === '' && file.size > 0) return { kind: 'refused', reason: 'large' };
  const reading = await readBackup(text);
  if (reading.kind === 'backup') return { kind: 'plan', plan: await planImport(reading.entries, document) };
  return reading.reason === 'foreign' ? readLists([text], document) : reading;
}

/** By its beginning, because the whole of it may be too much to read. */
async function mayBeBackup(file: Blob): Promise<boolean> {
  return /^\s*\{/.test(await file.slice(0, 100).text());
}

/** The lists of one service stand in several files; an address stands once all the same. */
async function readLists(texts: readonly string[] | undefined, document: Document): Promise<FileReading> {
  if (texts === undefined) return { kind: 'refused', reason: 'damaged' };
  const lists = (await Promise.all(texts.map(readBookmarkList))).filter((list) => list !== undefined);
  if (lists.length === 0) return { kind: 'refused', reason: 'foreign' };
  const bookmarks = new Map<string, Bookmark>();
  for (const bookmark of lists.flat()) if (!bookmarks.has(bookmark.id)) bookmarks.set(bookmark.id, bookmark);
  const entries = [...bookmarks.values()].map((bookmark): BackupEntry => ({ kind: 'bookmark', id: bookmark.id, record: bookmark }));
  return { kind: 'plan', plan: await planImport(entries, document) };
}

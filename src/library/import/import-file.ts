import type { BackupEntry } from '../export/backup-format.ts';
import { readBookmarkList } from './bookmark-list.ts';
import type { ImportPlan } from './plan-import.ts';
import { planImport } from './plan-import.ts';
import type { Refusal } from './read-backup.ts';
import { readBackup } from './read-backup.ts';

/** What a file turned out to be: something to take in, or something that is not taken. */
export type FileReading = { kind: 'plan'; plan: ImportPlan } | { kind: 'refused'; reason: Refusal };

/** Reads a backup or another service's list; nothing is changed. */
export async function readImportFile(text: string, document: Document): Promise<FileReading> {
  const reading = await readBackup(text);
  if (reading.kind === 'backup') return { kind: 'plan', plan: await planImport(reading.entries, document) };
  const list = reading.reason === 'foreign' ? await readBookmarkList(text) : undefined;
  if (list === undefined) return reading;
  const entries = list.map((bookmark): BackupEntry => ({ kind: 'bookmark', id: bookmark.id, record: bookmark }));
  return { kind: 'plan', plan: await planImport(entries, document) };
}

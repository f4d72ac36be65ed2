import type { BackupEntry } from '../../../src/library/export/backup-format.ts';
import { writeBackup } from '../../../src/library/export/backup.ts';
import { backupEntries } from '../../../src/library/export/library-source.ts';

/** The backup of the library as it is, with a date that does not change. */
export async function backUp(): Promise<string> {
  return textOf(backupEntries({ signal: new AbortController().signal, onProgress: () => undefined }));
}

/** A backup of these entries, its checksums right. */
export function backupOf(entries: readonly BackupEntry[]): Promise<string> {
  return textOf((async function* () { yield* entries; })());
}

async function textOf(entries: AsyncIterable<BackupEntry>): Promise<string> {
  let text = '';
  for await (const piece of writeBackup(entries, 0)) text += piece;
  return text;
}

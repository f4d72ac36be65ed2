import { createHash } from 'node:crypto';
import { writeBackup } from '../../src/library/export/backup.ts';
import type { BackupEntry } from '../../src/library/export/backup-format.ts';

/** A backup of these entries with right checksums, as the extension writes it. */
export async function backupFile(entries: readonly BackupEntry[]): Promise<Buffer> {
  let text = '';
  for await (const piece of writeBackup((async function* () { yield* entries; })(), 0)) text += piece;
  return Buffer.from(text);
}

/** The id of the article at a plain address. */
export function articleIdOf(url: string): string {
  return createHash('sha256').update(url.replace(/^http:/, 'https:')).digest('hex').slice(0, 32);
}

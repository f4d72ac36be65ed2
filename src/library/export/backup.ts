import type { BackupEntry } from './backup-format.ts';
import { backupFormat, backupVersion, canonicalJson, sumOf, sumOfAll } from './backup-format.ts';

/**
 * Writes a backup, piece by piece, one record a line: the head first, so that a file cut short still
 * says what it was, and the checksum of all last, so that it is seen to be cut short.
 *
 * @param exportedAt milliseconds since the epoch; nothing else in the file depends on when it is written.
 */
export async function* writeBackup(entries: AsyncIterable<BackupEntry>, exportedAt: number): AsyncGenerator<string> {
  const sums: string[] = [];
  yield `{"format":${JSON.stringify(backupFormat)},"version":${backupVersion},"exportedAt":${JSON.stringify(new Date(exportedAt).toISOString())},"entries":[`;
  for await (const entry of entries) {
    const sum = await sumOf(entry);
    yield `${sums.length === 0 ? '' : ','}\n${canonicalJson({ ...entry, sum })}`;
    sums.push(sum);
  }
  yield `\n],"count":${sums.length},"checksum":${JSON.stringify(await sumOfAll(sums))}}\n`;
}

import { isRecord } from '../../shape.ts';
import { sha256 } from '../sha256.ts';

/** What a backup calls itself. */
export const backupFormat = 'jingdu-backup';

/** The version of the format that this version of the extension writes; it reads this one and all before. */
export const backupVersion = 2;

/** What can stand in a backup: articles, what was said about them, how far they were read, what was marked in them, addresses to be read, and since version 2 pictures. */
export type BackupKind = 'article' | 'marks' | 'progress' | 'annotations' | 'bookmark' | 'picture';

/** One record of the library in a backup. */
export interface BackupEntry {
  kind: BackupKind;
  id: string;
  record: unknown;
}

/** A value as JSON with the keys of its objects in order, so that the same value is always the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) => (isRecord(item) ? Object.fromEntries(Object.entries(item).sort(byName)) : item));
}

/** The checksum of an entry: SHA-256 in hexadecimal digits. */
export function sumOf({ kind, id, record }: BackupEntry): Promise<string> {
  return sha256(`${kind}\n${id}\n${canonicalJson(record)}`);
}

/** The checksum of a whole backup, from those of its entries in their order. */
export function sumOfAll(sums: readonly string[]): Promise<string> {
  return sha256(sums.join('\n'));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}

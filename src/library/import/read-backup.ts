import { isHeavyJson, isNumber, isPlainData, isRecord, isString, oneOf } from '../../shape.ts';
import type { BackupEntry } from '../export/backup-format.ts';
import { backupFormat, backupVersion, sumOf, sumOfAll } from '../export/backup-format.ts';

/** Why a file is not taken: it is no backup, it ends too early, its checksum is wrong, a later version wrote it, it tries to be something else than data, or it is larger than one can be. */
export type Refusal = 'foreign' | 'truncated' | 'damaged' | 'newer' | 'hostile' | 'large';

export type BackupReading = { kind: 'backup'; entries: BackupEntry[]; exportedAt: string } | { kind: 'refused'; reason: Refusal };

const isKind = oneOf('article', 'marks', 'progress', 'annotations', 'bookmark', 'picture');
const isId = (value: unknown): boolean => isString(value) && /^[0-9a-f]{32}$/.test(String(value));
const head = new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${backupFormat}"`);

/** Reads a backup whole, or not at all; nothing of it has touched the library when this answers. */
export async function readBackup(text: string): Promise<BackupReading> {
  const isOwn = head.test(text);
  if (isHeavyJson(text)) return refuse(isOwn ? 'hostile' : 'foreign');
  const file = parse(text);
  if (file === undefined) return refuse(isOwn ? 'truncated' : 'foreign');
  if (!isRecord(file) || file['format'] !== backupFormat || !isNumber(file['version'])) return refuse('foreign');
  if (Number(file['version']) > backupVersion) return refuse('newer');
  if (!isPlainData(file)) return refuse('hostile');
  const listed = file['entries'];
  if (!Array.isArray(listed) || listed.length !== file['count']) return refuse('damaged');
  const entries = await checkedEntries(listed, file['checksum']);
  const exportedAt = isString(file['exportedAt']) ? String(file['exportedAt']) : '';
  return entries ? { kind: 'backup', entries, exportedAt } : refuse('damaged');
}

function refuse(reason: Refusal): BackupReading {
  return { kind: 'refused', reason };
}

function parse(text: string): unknown {
  if (!/^\ufeff?\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    console.warn('the file is no JSON', error);
    return undefined;
  }
}

async function checkedEntries(listed: readonly unknown[], checksum: unknown): Promise<BackupEntry[] | undefined> {
  const entries: BackupEntry[] = [];
  const sums: string[] = [];
  for (const item of listed) {
    if (!isRecord(item) || !isKind(item['kind']) || !isId(item['id'])) return undefined;
    const entry: BackupEntry = { kind: item['kind'] as BackupEntry['kind'], id: String(item['id']), record: item['record'] };
    const sum = await sumOf(entry);
    if (item['sum'] !== sum) return undefined;
    entries.push(entry);
    sums.push(sum);
  }
  return (await sumOfAll(sums)) === checksum ? entries : undefined;
}

import { createHash } from 'node:crypto';
import { writeBackup } from '../../src/library/export/backup.ts';
import type { BackupEntry } from '../../src/library/export/backup-format.ts';
import { makeArticle } from '../library/articles.ts';

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

/** So many articles as a backup has them, each with these fields. */
export function entriesOf(count: number, fields: Parameters<typeof makeArticle>[0] = {}): BackupEntry[] {
  return Array.from({ length: count }, (_, place) => {
    const article = makeArticle({ url: `https://example.com/made/${place}/${Object.keys(fields).join()}`, title: `第 ${place} 篇`, ...fields });
    const id = articleIdOf(article.url);
    return { kind: 'article' as const, id, record: { id, schema: 1, savedAt: 1000 + place, updatedAt: 1000 + place, article } };
  });
}

/** The same value with the keys of its objects in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

/** A backup without its date, the only thing in which two of the same library differ. */
export function withoutDate(backup: Buffer): string {
  return backup.toString().replace(/"exportedAt":"[^"]*",/, '');
}

import { sumOf } from '../export/backup-format.ts';
import { traceOf } from '../reprints/reprint.ts';
import type { SavedArticle } from '../saved-article.ts';
import type { LedgerEntry, LedgerLine } from './ledger-store.ts';
import { removeLines, writeLines } from './ledger-store.ts';

/** Enters articles in the ledger, once the store has them. Without it a loss goes unnoticed, but nothing is lost by that. */
export async function enterInLedger(saved: readonly SavedArticle[]): Promise<void> {
  try {
    await writeLines(await Promise.all(saved.map(lineOf)));
  } catch (error) {
    console.warn('articles could not be entered in the ledger', error);
  }
}

/** Takes articles out of the ledger, before the store lets go of them: what is gone on purpose is no loss. */
export async function leaveLedger(ids: readonly string[]): Promise<void> {
  try {
    await removeLines(ids);
  } catch (error) {
    console.warn('articles could not be taken out of the ledger', error);
  }
}

/** Whether an article is what was written when it was last saved; the same checksum stands in backups. */
export async function isAsWritten(saved: SavedArticle, { schema, sum }: Pick<LedgerEntry, 'schema' | 'sum'>): Promise<boolean> {
  return saved.schema !== schema || (await sumOfArticle(saved)) === sum;
}

async function lineOf(saved: SavedArticle): Promise<LedgerLine> {
  const { id, schema, savedAt, updatedAt, article: { url, title, siteName } } = saved;
  return { entry: { id, url, title, siteName, savedAt, updatedAt, schema, sum: await sumOfArticle(saved) }, trace: traceOf(saved) };
}

function sumOfArticle(saved: SavedArticle): Promise<string> {
  return sumOf({ kind: 'article', id: saved.id, record: saved });
}

import { listKeys } from '../record-store.ts';
import { withLibraryLock } from '../lock.ts';
import type { IndexEntry } from '../saved-article.ts';
import { idsOf, readSaved } from '../saved-records.ts';
import { enterInLedger, isAsWritten, leaveLedger } from './ledger.ts';
import { readOrSetAside } from '../set-aside.ts';
import type { LedgerEntry } from './ledger-store.ts';
import { readLedger, readLedgerOf } from './ledger-store.ts';

/**
 * How the store failed an article: it is gone; or it is an older one than was kept, or another one, as after a crash from
 * which the browser recovered an earlier state without a word.
 */
export type Loss = LedgerEntry & { kind: 'gone' | 'older' | 'altered' };

/** What came of comparing articles with their checksums. */
export interface Verdict {
  losses: Loss[];
  /** How many are there but cannot be read. */
  broken: number;
}

/** What came of comparing the store with the ledger. */
export interface Audit {
  losses: Loss[];
  /** Ids that the ledger does not know yet, or not in this state. */
  unknown: string[];
}

const batchSize = 20;

/** Compares the rows of all articles with the ledger, by number and by date; the articles themselves are not read. */
export async function auditRows(rows: readonly Pick<IndexEntry, 'id' | 'updatedAt'>[]): Promise<Audit> {
  const entries = new Map((await readLedger()).map((entry) => [entry.id, entry]));
  const found = new Map(rows.map((row) => [row.id, row.updatedAt]));
  const suspects = [...entries.values()].filter(({ id, updatedAt }) => (found.get(id) ?? 0) < updatedAt);
  const unknown = rows.filter(({ id, updatedAt }) => (entries.get(id)?.updatedAt ?? 0) < updatedAt).map(({ id }) => id);
  const { losses } = await confirm(suspects.map(({ id }) => id));
  return { losses, unknown };
}

/** Compares the articles themselves with their checksums, some at a time; what cannot be read is set aside and counted. */
export async function auditArticles(ids: readonly string[], { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void }): Promise<Verdict> {
  const verdict: Verdict = { losses: [], broken: 0 };
  for (let start = 0; start < ids.length && !signal.aborted; start += batchSize) {
    const { losses, broken } = await confirm(ids.slice(start, start + batchSize));
    verdict.losses.push(...losses);
    verdict.broken += broken;
    onProgress(Math.min(start + batchSize, ids.length));
  }
  return verdict;
}

/** Takes losses as they are: what is gone is no longer missed, and what is there is taken for what it should be. */
export function acceptLosses(losses: readonly Loss[]): Promise<void> {
  return withLibraryLock(async () => {
    const ids = losses.map(({ id }) => id);
    await leaveLedger(ids);
    await enterInLedger((await readSaved(ids)).saved);
  });
}

/** The titles of articles as far as the ledger knows them, by id. */
export async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await readLedgerOf(ids)).map(({ id, title }) => [id, title]));
}

/** Enters the articles that the ledger does not know, some at a time, until the signal is aborted. */
export async function completeLedger(ids: readonly string[], signal: AbortSignal): Promise<void> {
  for (let start = 0; start < ids.length && !signal.aborted; start += batchSize) {
    await withLibraryLock(async () => enterInLedger((await readSaved(ids.slice(start, start + batchSize))).saved));
  }
}

/** Looks again under the lock, because others save and delete meanwhile. What is there but cannot be read is no loss. */
function confirm(ids: readonly string[]): Promise<Verdict> {
  if (ids.length === 0) return Promise.resolve({ losses: [], broken: 0 });
  return withLibraryLock(async () => {
    const present = new Set(idsOf(await listKeys()).articles);
    const { saved, broken } = await readOrSetAside(ids.filter((id) => present.has(id)));
    const stored = new Map(saved.map((one) => [one.id, one]));
    const judged = (await readLedgerOf(ids)).map(async (entry): Promise<Loss[]> => {
      const saved = stored.get(entry.id);
      if (!saved) return present.has(entry.id) ? [] : [{ ...entry, kind: 'gone' }];
      if (saved.updatedAt < entry.updatedAt) return [{ ...entry, kind: 'older' }];
      return saved.updatedAt > entry.updatedAt || (await isAsWritten(saved, entry)) ? [] : [{ ...entry, kind: 'altered' }];
    });
    return { losses: (await Promise.all(judged)).flat(), broken: broken.length };
  });
}

import { answerOf, createDatabase } from '../database.ts';
import type { ReprintTrace } from '../reprints/reprint.ts';

/** What is remembered of a saved article in a database that fails independently of the store that has the article. */
export interface LedgerEntry {
  id: string;
  url: string;
  title: string;
  siteName: string;
  /** Milliseconds since the epoch. */
  savedAt: number;
  updatedAt: number;
  /** The schema that the checksum is of. */
  schema: number;
  /** SHA-256 in hexadecimal digits. */
  sum: string;
}

/** A line of the ledger, with what finds reprints of the article. */
export interface LedgerLine {
  entry: LedgerEntry;
  /** Undefined for an article that is too short to tell. */
  trace: ReprintTrace | undefined;
}

/** For more ids than this, reading everything at once is faster. */
const fewIds = 40;

const transact = createDatabase({
  name: 'jingdu-ledger',
  version: 1,
  stores: ['entries', 'traces'],
  upgrade: (database) => {
    database.createObjectStore('entries', { keyPath: 'id' }).createIndex('updatedAt', 'updatedAt');
    database.createObjectStore('traces', { keyPath: 'id' });
  },
});

/** All entries, in the order of their ids. */
export function readLedger(): Promise<LedgerEntry[]> {
  return transact('readonly', ({ entries }) => answerOf<LedgerEntry[]>(entries.getAll()));
}

/** The ids of all articles that have an entry. */
export async function readLedgerIds(): Promise<string[]> {
  return (await transact('readonly', ({ entries }) => answerOf(entries.getAllKeys()))).map(String);
}

/** The entries of these articles; those that have none are left out. */
export async function readLedgerOf(ids: readonly string[]): Promise<LedgerEntry[]> {
  if (ids.length > fewIds) {
    const wanted = new Set(ids);
    return (await readLedger()).filter(({ id }) => wanted.has(id));
  }
  const found = await transact('readonly', ({ entries }) => Promise.all(ids.map((id) => answerOf<LedgerEntry | undefined>(entries.get(id)))));
  return found.filter((entry) => entry !== undefined);
}

/** How many articles were saved after a moment, in milliseconds since the epoch. */
export function countAfter(moment: number): Promise<number> {
  return transact('readonly', ({ entries }) => answerOf(entries.index('updatedAt').count(IDBKeyRange.lowerBound(moment, true))));
}

/** All traces, with the ids of their articles. */
export function readTraces(): Promise<(ReprintTrace & { id: string })[]> {
  return transact('readonly', ({ traces }) => answerOf<(ReprintTrace & { id: string })[]>(traces.getAll()));
}

/** Writes lines, each in place of the one of the same article. */
export function writeLines(lines: readonly LedgerLine[]): Promise<void> {
  return transact('readwrite', ({ entries, traces }) => {
    for (const { entry, trace } of lines) {
      entries.put(entry);
      if (trace) traces.put({ ...trace, id: entry.id });
      else traces.delete(entry.id);
    }
  });
}

/** Takes the lines of these articles out. */
export function removeLines(ids: readonly string[]): Promise<void> {
  return transact('readwrite', ({ entries, traces }) => {
    for (const id of ids) {
      entries.delete(id);
      traces.delete(id);
    }
  });
}

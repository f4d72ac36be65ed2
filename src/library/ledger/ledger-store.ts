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

const stores = ['entries', 'traces'] as const;
type StoreName = (typeof stores)[number];
/** For more ids than this, reading everything at once is faster. */
const fewIds = 40;

/** All entries, in the order of their ids. */
export function readEntries(): Promise<LedgerEntry[]> {
  return inLedger('readonly', (store) => store('entries').getAll());
}

/** The entries of these articles; those that have none are left out. */
export async function readEntriesOf(ids: readonly string[]): Promise<LedgerEntry[]> {
  if (ids.length > fewIds) {
    const wanted = new Set(ids);
    return (await readEntries()).filter(({ id }) => wanted.has(id));
  }
  const found = await Promise.all(ids.map((id) => inLedger<LedgerEntry | undefined>('readonly', (store) => store('entries').get(id))));
  return found.filter((entry) => entry !== undefined);
}

/** How many articles were saved after a moment. */
export function countAfter(moment: number): Promise<number> {
  return inLedger('readonly', (store) => store('entries').index('updatedAt').count(IDBKeyRange.lowerBound(moment, true)));
}

/** All traces, with the ids of their articles. */
export async function readTraces(): Promise<(ReprintTrace & { id: string })[]> {
  return inLedger('readonly', (store) => store('traces').getAll());
}

/** Writes lines, each in place of the one of the same article. */
export async function writeLines(lines: readonly LedgerLine[]): Promise<void> {
  await inLedger('readwrite', (store) => {
    for (const { entry, trace } of lines) {
      store('entries').put(entry);
      if (trace) store('traces').put({ ...trace, id: entry.id });
      else store('traces').delete(entry.id);
    }
    return undefined;
  });
}

/** Takes the lines of these articles out. */
export async function removeLines(ids: readonly string[]): Promise<void> {
  await inLedger('readwrite', (store) => {
    for (const id of ids) {
      store('entries').delete(id);
      store('traces').delete(id);
    }
    return undefined;
  });
}

async function inLedger<T>(mode: IDBTransactionMode, ask: (store: (name: StoreName) => IDBObjectStore) => IDBRequest | undefined): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(stores, mode);
      const asked = ask((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(asked?.result as T);
      transaction.onabort = () => reject(transaction.error ?? new Error('the ledger could not be reached'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jingdu-ledger', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('entries', { keyPath: 'id' }).createIndex('updatedAt', 'updatedAt');
      opening.result.createObjectStore('traces', { keyPath: 'id' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the ledger could not be opened'));
  });
}

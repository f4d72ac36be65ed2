import { isRecord } from '../shape.ts';
import { createKeyLayout, isOfToday } from './key-layout.ts';
import { readLedgerIds } from './ledger/ledger-store.ts';
import { fromStoredKey, toStoredKey } from './stored-key.ts';
import type { Reading } from './stored-records.ts';
import { bytesStored, listStored, onStoredChange, readStored, removeStored, writeStored } from './stored-records.ts';

const layout = createKeyLayout();

/** Names of all keys in the store. Rejects where neither the store nor the ledger can tell them. */
export async function listKeys(): Promise<string[]> {
  await layout.settled();
  try {
    return (await listStored()).filter(isOfToday).map(fromStoredKey);
  } catch (error) {
    console.warn('the store does not tell its keys; those of the ledger are tried', error);
    return keysInLedger();
  }
}

/** The keys that articles in the ledger would have: what the store cannot list may still be read one by one. */
async function keysInLedger(): Promise<string[]> {
  const ids = await readLedgerIds();
  return ['article:', 'meta:', 'marks:', 'progress:', 'annotations:'].flatMap((prefix) => ids.map((id) => prefix + id));
}

/** Reads the keys together, and those alone that are not to be read as the others are. */
export async function readRecords(keys: readonly string[]): Promise<Reading> {
  const names = new Map(keys.map((key) => [toStoredKey(key), key]));
  const stored = [...names.keys()];
  // Asked for while the layout is looked at, which is mostly right: the first rows of a popup wait for this.
  const early = readStored(stored);
  const { records, unreadable } = (await layout.isSettled()) ? await early : await layout.settled().then(() => readStored(stored));
  const nameOf = (stored: string): string => names.get(stored) ?? stored;
  return { records: new Map(Array.from(records, ([stored, record]) => [nameOf(stored), record])), unreadable: unreadable.map(nameOf) };
}

/** What stands beside the articles has had but this form; the articles have schemas of their own. */
const formOfToday = 1;

/** Reads the keys for whoever writes them anew. Rejects where one cannot be read, or a later version has written it: to write over it would lose what it says. */
export async function readForChange(keys: readonly string[]): Promise<Map<string, unknown>> {
  const { records, unreadable } = await readRecords(keys);
  const later = [...records].flatMap(([key, record]) => (isRecord(record) && Number(record['schema']) > formOfToday ? [key] : []));
  if (unreadable.length + later.length > 0) throw new Error(`not to be written over: ${[...unreadable, ...later].join(', ')}`);
  return records;
}

/** Writes all the records or none of them. Rejects as the browser does, see `isQuotaError`. */
export async function writeRecords(records: Record<string, unknown>): Promise<void> {
  const mark = await layout.settled();
  await writeStored({ ...Object.fromEntries(Object.entries(records).map(([key, record]) => [toStoredKey(key), record])), ...mark });
}

/** Removes all the keys or none of them. */
export async function removeRecords(keys: readonly string[]): Promise<void> {
  await layout.settled();
  await removeStored(keys.map(toStoredKey));
}

/** How many bytes the store takes, as the browser counts them; with keys, how many of them these records take, 0 where the browser does not say. */
export function bytesInUse(keys?: readonly string[]): Promise<number> {
  return bytesStored(keys?.map(toStoredKey));
}

/** Calls back with the names of the keys that changed, wherever that was done, until the signal is aborted. */
export function onRecordsChange(callback: (keys: string[]) => void, signal: AbortSignal): void {
  onStoredChange((keys) => callback(keys.map(fromStoredKey)), signal);
}

/** Whether a write failed because there was no room for it: in the store or on the disk, of which each browser, and each of its databases, has its own word. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota|no.{0,8}space|disk full/i.test(`${error.name} ${error.message}`);
}

import browser from 'webextension-polyfill';
import { readEntries } from './ledger/ledger-store.ts';

/** What one reading of several keys gave: the records there are, and the keys that the browser failed to read. */
export interface Reading {
  records: Map<string, unknown>;
  unreadable: string[];
}

/** Names of all keys in the store, without their values where the browser can do that. */
export async function listKeys(): Promise<string[]> {
  const area: Partial<Pick<typeof browser.storage.local, 'getKeys'>> = browser.storage.local;
  try {
    return await (area.getKeys ? area.getKeys() : browser.storage.local.get(null).then(Object.keys));
  } catch (error) {
    console.warn('the store does not tell its keys; those of the ledger are tried', error);
    return keysInLedger();
  }
}

/** The keys that articles in the ledger would have: what the store cannot list may still be read one by one. */
async function keysInLedger(): Promise<string[]> {
  const ids = (await readEntries()).map(({ id }) => id);
  return ['article:', 'meta:', 'marks:', 'progress:', 'annotations:'].flatMap((prefix) => ids.map((id) => prefix + id));
}

/** Reads the keys together; when that fails, one by one, because a single bad record fails the whole call. */
export async function readRecords(keys: string[]): Promise<Reading> {
  try {
    return { records: present(await browser.storage.local.get(keys)), unreadable: [] };
  } catch (error) {
    console.warn('reading the library key by key', error);
    return readOneByOne(keys);
  }
}

/** Writes all the records or none of them. Rejects as the browser does, see `isQuotaError`. */
export function writeRecords(records: Record<string, unknown>): Promise<void> {
  return browser.storage.local.set(records);
}

/** Removes all the keys or none of them. */
export function removeRecords(keys: string[]): Promise<void> {
  return browser.storage.local.remove(keys);
}

/** How many bytes the store takes, as the browser counts them; with keys, how many of them these records take, 0 where the browser does not say. */
export async function bytesInUse(keys?: string[]): Promise<number> {
  const area: Partial<Pick<typeof browser.storage.local, 'getBytesInUse'>> = browser.storage.local;
  if (area.getBytesInUse) return area.getBytesInUse(keys ?? null);
  return keys === undefined ? ((await navigator.storage.estimate()).usage ?? 0) : 0;
}

/** Calls back with the names of the keys that changed, wherever that was done, until the signal is aborted. */
export function onRecordsChange(callback: (keys: string[]) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listener = (changes: Record<string, unknown>): void => callback(Object.keys(changes));
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}

/** Whether a write failed because there was no room for it: in the store or on the disk. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota|no space|disk full/i.test(`${error.name} ${error.message}`);
}

async function readOneByOne(keys: string[]): Promise<Reading> {
  const reading: Reading = { records: new Map(), unreadable: [] };
  for (const key of keys) {
    try {
      for (const [name, record] of present(await browser.storage.local.get(key))) reading.records.set(name, record);
    } catch (error) {
      console.warn(`the record ${key} cannot be read`, error);
      reading.unreadable.push(key);
    }
  }
  return reading;
}

function present(stored: Record<string, unknown>): Map<string, unknown> {
  return new Map(Object.entries(stored).filter(([, record]) => record !== undefined));
}

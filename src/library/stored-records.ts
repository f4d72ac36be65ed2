import browser from 'webextension-polyfill';

/** What one reading of several keys gave: the records there are, and the keys that the browser failed to read. */
export interface Reading {
  records: Map<string, unknown>;
  unreadable: string[];
}

/** The keys of the browser's store, without their values where it can do that. Rejects where it is too damaged to tell. */
export function listStored(): Promise<string[]> {
  const area: Partial<Pick<typeof browser.storage.local, 'getKeys'>> = browser.storage.local;
  return area.getKeys ? area.getKeys() : browser.storage.local.get(null).then(Object.keys);
}

/** Writes all the records or none of them. */
export function writeStored(records: Record<string, unknown>): Promise<void> {
  return browser.storage.local.set(records);
}

/** Removes all the keys or none of them. */
export function removeStored(keys: string[]): Promise<void> {
  return browser.storage.local.remove(keys);
}

/** How many bytes the browser counts; with keys, those of their records, 0 where it does not say. */
export async function bytesStored(keys?: string[]): Promise<number> {
  const area: Partial<Pick<typeof browser.storage.local, 'getBytesInUse'>> = browser.storage.local;
  if (area.getBytesInUse) return area.getBytesInUse(keys ?? null);
  return keys === undefined ? ((await navigator.storage.estimate()).usage ?? 0) : 0;
}

/** Calls back with the keys that changed until the signal is aborted. */
export function onStoredChange(callback: (keys: string[]) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listener = (changes: Record<string, unknown>): void => callback(Object.keys(changes));
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}

/** Reads the keys together; when that fails, one by one, because a single bad record fails the whole call. */
export async function readStored(keys: string[]): Promise<Reading> {
  try {
    return { records: present(await browser.storage.local.get(keys)), unreadable: [] };
  } catch (error) {
    console.warn('reading the library key by key', error);
    return readOneByOne(keys);
  }
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

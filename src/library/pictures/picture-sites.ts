import { isString } from '../../shape.ts';
import { withLibraryLock } from '../lock.ts';
import { readRecords, writeRecords } from '../record-store.ts';

const key = 'picture-sites';

/** The origins from which a person has had pictures fetched: those of later articles are fetched from there as they are saved. */
export async function readPictureSites(): Promise<Set<string>> {
  const stored = (await readRecords([key])).records.get(key);
  return new Set(Array.isArray(stored) ? stored.filter(isString).map(String) : []);
}

/** Adds origins to them. */
export function addPictureSites(origins: readonly string[]): Promise<void> {
  return withLibraryLock(async () => {
    const known = await readPictureSites();
    const all = new Set([...known, ...origins]);
    if (all.size > known.size) await writeRecords({ [key]: [...all].sort() });
  });
}

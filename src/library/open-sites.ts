import { isString } from '../shape.ts';
import { withLibraryLock } from './lock.ts';
import { giveUpEntry, mayEnter } from './pictures/host-access.ts';
import { readForChange, readRecords, removeRecords, writeRecords } from './record-store.ts';

const key = 'open-sites';

/** Whether the reader opens by itself over the articles of a site: a person wants it, and the browser lets the extension in there. */
export async function opensByItself(site: string): Promise<boolean> {
  return sitesIn((await readRecords([key])).records).includes(site) && mayEnter(site);
}

/** Remembers that wish, or forgets it with the access that it needed. */
export async function keepOpening(site: string, opens: boolean): Promise<void> {
  await withLibraryLock(async () => {
    const others = sitesIn(await readForChange([key])).filter((other) => other !== site);
    const sites = opens ? [...others, site].sort() : others;
    await (sites.length > 0 ? writeRecords({ [key]: sites }) : removeRecords([key]));
  });
  if (!opens) await giveUpEntry(site);
}

function sitesIn(records: ReadonlyMap<string, unknown>): string[] {
  const stored = records.get(key);
  return Array.isArray(stored) ? stored.filter(isString).map(String) : [];
}

import { annotationsKey } from './annotations.ts';
import { isKept } from './marks.ts';
import { bytesInUse } from './record-store.ts';
import type { LibraryRow } from './rows.ts';
import { articleKey, metaKey } from './saved-records.ts';

/** What takes room, and what of it could be given back. */
export interface Room {
  /** Bytes of all there is in the store. */
  used: number;
  /** Bytes that the browser would give at most; 0 where it does not say. */
  quota: number;
  bin: { ids: string[]; bytes: number };
  /** The articles that take most, the largest first. */
  largest: { row: LibraryRow; bytes: number }[];
}

const mostShown = 5;
/** The length of the text says nearly, but not quite, which article takes most. */
const measured = 20;

/** Measures what the library takes. */
export async function measureRoom(rows: readonly LibraryRow[]): Promise<Room> {
  const bin = rows.filter((row) => !isKept(row)).map(({ id }) => id);
  const longest = rows.filter(isKept).sort((a, b) => b.length - a.length).slice(0, measured);
  const [used, binBytes, { quota = 0 }, sizes] = await Promise.all([
    bytesInUse(),
    bytesOf(bin),
    navigator.storage.estimate(),
    Promise.all(longest.map(async (row) => ({ row, bytes: await bytesOf([row.id]) }))),
  ]);
  const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, mostShown);
  return { used, quota, bin: { ids: bin, bytes: binBytes }, largest };
}

function bytesOf(ids: readonly string[]): Promise<number> {
  return ids.length === 0 ? Promise.resolve(0) : bytesInUse(ids.flatMap((id) => [articleKey(id), metaKey(id), annotationsKey(id)]));
}

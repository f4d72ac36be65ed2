import { annotationsKey } from './annotations.ts';
import { isKept } from './marks.ts';
import type { PictureUse } from './pictures/picture-store.ts';
import { allUses } from './pictures/picture-store.ts';
import { bytesInUse } from './record-store.ts';
import type { LibraryRow } from './rows.ts';
import { articleKey, metaKey } from './saved-records.ts';

/** What takes room, and what of it could be given back; pictures count. */
export interface Room {
  /** Bytes of all there is in the store. */
  used: number;
  /** Bytes that the browser would give at most; 0 where it does not say. */
  quota: number;
  bin: { ids: string[]; bytes: number };
  /** The articles that take most, the largest first. */
  largest: { row: LibraryRow; bytes: number }[];
}

/** How many bytes of pictures go with some articles: not those that another article has as well. */
type PictureSizes = (ids: readonly string[]) => number;

const mostShown = 5;
/** The lengths of text and pictures say nearly, but not quite, which article takes most. */
const measured = 20;

/** Measures what the library takes. */
export async function measureRoom(rows: readonly LibraryRow[]): Promise<Room> {
  const bin = rows.filter((row) => !isKept(row)).map(({ id }) => id);
  const uses = await readUses();
  const picturesOf = sizesOf(uses);
  const kept = rows.filter(isKept);
  const candidates = new Set([...largestBy(kept, ({ length }) => length), ...largestBy(kept, ({ id }) => picturesOf([id]))]);
  const bytesOf = async (ids: readonly string[]): Promise<number> => (await recordBytes(ids)) + picturesOf(ids);
  const [used, binBytes, { quota = 0 }, sizes] = await Promise.all([
    bytesInUse(),
    bytesOf(bin),
    navigator.storage.estimate(),
    Promise.all([...candidates].map(async (row) => ({ row, bytes: await bytesOf([row.id]) }))),
  ]);
  const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, mostShown);
  return { used: used + picturesOf(uses.map(({ id }) => id)), quota, bin: { ids: bin, bytes: binBytes }, largest };
}

function largestBy(rows: readonly LibraryRow[], sizeOf: (row: LibraryRow) => number): LibraryRow[] {
  const sizes = new Map(rows.map((row) => [row, sizeOf(row)]));
  return [...rows].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)).slice(0, measured);
}

/** Where nothing can be learned of the pictures, the articles can still be named. */
async function readUses(): Promise<PictureUse[]> {
  try {
    return await allUses();
  } catch (error) {
    console.warn('the pictures could not be measured', error);
    return [];
  }
}

function sizesOf(uses: readonly PictureUse[]): PictureSizes {
  const users = groupBy(uses, ({ hash }) => hash);
  const own = groupBy(uses, ({ id }) => id);
  return (ids) => {
    const going = new Set(ids);
    const contents = new Map(ids.flatMap((id) => own.get(id) ?? []).map(({ hash, size }) => [hash, size]));
    const freed = [...contents].filter(([hash]) => users.get(hash)?.every(({ id }) => going.has(id)));
    return freed.reduce((sum, [, size]) => sum + size, 0);
  };
}

function groupBy(uses: readonly PictureUse[], keyOf: (use: PictureUse) => string): Map<string, PictureUse[]> {
  const groups = new Map<string, PictureUse[]>();
  for (const use of uses) {
    const group = groups.get(keyOf(use));
    if (group) group.push(use);
    else groups.set(keyOf(use), [use]);
  }
  return groups;
}

function recordBytes(ids: readonly string[]): Promise<number> {
  return ids.length === 0 ? Promise.resolve(0) : bytesInUse(ids.flatMap((id) => [articleKey(id), metaKey(id), annotationsKey(id)]));
}

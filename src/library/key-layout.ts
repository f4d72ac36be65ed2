import { isSameRecord } from './same-record.ts';
import { toStoredKey } from './stored-key.ts';
import { listStored, readStored, removeStored, writeStored } from './stored-records.ts';

/** Under this key stands which keys the store has; without it, all are looked at. */
const markKey = 'layout';
const today = 2;
const mark: Record<string, unknown> = { [markKey]: today };
/** So many records are moved at once: an article takes some ten kilobytes. */
const batch = 40;

/** Sees to it, once, that the store has the keys of today; whoever reads or writes waits for that. */
export interface KeyLayout {
  /** What is to be written along with the next records, so that nobody looks at all keys again: mostly nothing. */
  settled(): Promise<Record<string, unknown>>;
  /** Whether nothing has to be done for that, or not any more. */
  isSettled(): Promise<boolean>;
}

/** The layout of the keys in this browser. */
export function createKeyLayout(): KeyLayout {
  const settling: { marked?: Promise<boolean>; done?: Promise<Record<string, unknown>> } = {};
  const isSettled = (): Promise<boolean> => (settling.marked ??= isMarked());
  const settleOnce = async (): Promise<Record<string, unknown>> => {
    if (await isSettled()) return {};
    const marked = await settle();
    settling.marked = Promise.resolve(true);
    return marked;
  };
  return { isSettled, settled: () => (settling.done ??= settleOnce()) };
}

/** Whether a key of the store is one of today, not one that an earlier version wrote. */
export function isOfToday(stored: string): boolean {
  return toStoredKey(stored) === stored;
}

async function isMarked(): Promise<boolean> {
  return (await readStored([markKey])).records.get(markKey) === today;
}

async function settle(): Promise<Record<string, unknown>> {
  try {
    if (!(await listStored()).every(isOfToday)) await navigator.locks.request('jingdu:layout', moveAll);
    return mark;
  } catch (error) {
    // Tried again by the next page or worker; nothing is gone meanwhile.
    console.error('the keys of the store could not be looked at', error);
    return {};
  }
}

async function moveAll(): Promise<void> {
  const old = (await listStored()).filter((key) => !isOfToday(key));
  for (let start = 0; start < old.length; start += batch) await move(old.slice(start, start + batch));
}

/** A record is under its old key until it has been read back under the new one; what stands there already was written later, and stays. */
async function move(old: readonly string[]): Promise<void> {
  const { records } = await readStored([...old, ...old.map(toStoredKey)]);
  const readable = old.filter((key) => records.has(key));
  const fresh = readable.filter((key) => !records.has(toStoredKey(key))).map((key) => [toStoredKey(key), records.get(key)] as const);
  await writeStored(Object.fromEntries(fresh));
  const written = (await readStored(fresh.map(([key]) => key))).records;
  if (!fresh.every(([key, record]) => isSameRecord(written.get(key), record))) throw new Error('the store gives back something else than was written');
  await removeStored(readable);
}

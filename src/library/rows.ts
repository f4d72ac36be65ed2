import { readEntries, readIndex } from './library-index.ts';
import type { ListHead } from './list-head.ts';
import { headKey, headLength, headOf, readHead } from './list-head.ts';
import { withLibraryLock } from './lock.ts';
import type { Marks } from './marks.ts';
import { isListed, markedIds, marksIn, marksKey, noMarks, readMarks } from './marks.ts';
import { loadAllProgress, progressIds, progressIn, progressKey } from './progress.ts';
import { listKeys, readRecords, writeRecords } from './record-store.ts';
import { isSameRecord } from './same-record.ts';
import type { IndexEntry } from './saved-article.ts';
import type { BrokenRecord } from './saved-records.ts';

/** One article of the list, with what was said about it and how far it was read: 0 for unread, 1 for done. */
export interface LibraryRow extends IndexEntry, Marks {
  fraction: number;
}

/** The list as it was read, archive and bin with it, and what had to be left out. */
export interface LibraryRows {
  rows: LibraryRow[];
  broken: BrokenRecord[];
}

/** The top of the list, newest first, with the number of all; fast however long the list is. */
export interface FirstRows {
  rows: LibraryRow[];
  total: number;
}

/** Reads the whole list, newest first, with archive and bin; and puts the head right where it is not. */
export async function readRows(): Promise<LibraryRows> {
  const head = await readHead();
  const [{ entries, broken }, keys] = await Promise.all([readIndex(), listKeys()]);
  const [marks, progress] = await Promise.all([readMarks(markedIds(keys)), loadAllProgress(progressIds(keys))]);
  const rows = entries.map((entry) => toRow(entry, marks.get(entry.id), progress.get(entry.id)?.fraction));
  await refreshHead(entries.filter(({ id }) => isListed(marks.get(id) ?? noMarks)), head);
  return { rows, broken };
}

/** The rows of these articles; those that are gone are left out. */
export async function readRowsOf(ids: readonly string[]): Promise<LibraryRows> {
  const { entries, broken } = await readEntries(ids);
  return { rows: await join(entries), broken };
}

/** The newest rows, without the archive and the bin. */
export async function readFirstRows(): Promise<FirstRows> {
  const head = await readHead();
  if (head) {
    const rows = (await join(head.entries)).filter(isListed);
    if (rows.length === head.entries.length) return { rows, total: head.total };
  }
  const listed = (await readRows()).rows.filter(isListed);
  return { rows: listed.slice(0, headLength), total: listed.length };
}

async function join(entries: readonly IndexEntry[]): Promise<LibraryRow[]> {
  const ids = entries.map(({ id }) => id);
  // In one question: what a popup waits for is the way to the store and back.
  const { records } = await readRecords([...ids.map(marksKey), ...ids.map(progressKey)]);
  const [marks, progress] = [marksIn(records, ids), progressIn(records, ids)];
  return entries.map((entry) => toRow(entry, marks.get(entry.id), progress.get(entry.id)?.fraction));
}

function toRow(entry: IndexEntry, marks: Marks = noMarks, fraction = 0): LibraryRow {
  return { ...entry, ...marks, fraction };
}

/** Only what nobody has changed since it was read is replaced; else the one who did knows better. */
async function refreshHead(listed: readonly IndexEntry[], found: ListHead | undefined): Promise<void> {
  const fresh = headOf(listed);
  if (isSameRecord(found, fresh)) return;
  try {
    await withLibraryLock(async () => {
      if (isSameRecord(await readHead(), found)) await writeRecords({ [headKey]: fresh });
    });
  } catch (error) {
    console.warn('the head of the list could not be kept', error);
  }
}

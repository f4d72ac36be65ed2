import { isKept } from '../../src/library/marks.ts';
import type { LibraryRow } from '../../src/library/rows.ts';
import { readRows } from '../../src/library/rows.ts';

/** All saved articles but those in the bin, newest first. */
export async function listSaved(): Promise<LibraryRow[]> {
  return (await readRows()).rows.filter(isKept);
}

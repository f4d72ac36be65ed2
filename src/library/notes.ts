import { annotationsIn, annotationsKey } from './annotations.ts';
import { fold } from './fold.ts';
import { readRecords } from './record-store.ts';

/** What was noted on these articles, folded; empty where nothing was. */
export async function readNotes(ids: readonly string[]): Promise<Map<string, string>> {
  const { records } = await readRecords(ids.map(annotationsKey));
  return new Map(ids.map((id) => [id, fold(annotationsIn(records.get(annotationsKey(id))).map(({ note }) => note).join('\n'))]));
}

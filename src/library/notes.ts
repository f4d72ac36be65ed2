import { annotationsIn, annotationsKey } from './annotations.ts';
import { fold } from './fold.ts';
import { readRecords } from './record-store.ts';

/** What was noted on these articles and marked in them, folded; empty where nothing was. A marked passage may have left the text since. */
export async function readNotes(ids: readonly string[]): Promise<Map<string, string>> {
  const { records } = await readRecords(ids.map(annotationsKey));
  return new Map(ids.map((id) => [id, fold(annotationsIn(records.get(annotationsKey(id))).flatMap(({ note, exact }) => [note, exact]).join('\n'))]));
}

import { readTraces } from '../ledger/ledger-store.ts';
import { isKept, noMarks, readMarks } from '../marks.ts';
import type { SavedArticle } from '../saved-article.ts';
import { readSaved } from '../saved-records.ts';
import type { Reprint } from './reprint.ts';
import { compareArticles, distanceOfTraces, traceOf } from './reprint.ts';

/** So many of the nearest are compared text by text: of ten thousand articles on anything, ten are as near as a reprint with many cuts. */
const mostCompared = 16;

/** The article, saved before from another address, of which a saved one is a reprint, or the other way round; the likest where there are several. */
export async function findReprint(id: string): Promise<Reprint | undefined> {
  const [own] = (await readSaved([id])).saved;
  const near = own && (await nearestTo(own));
  if (!near) return undefined;
  const [{ saved }, marks] = await Promise.all([readSaved(near), readMarks(near)]);
  const kept = saved.filter((other) => isKept(marks.get(other.id) ?? noMarks));
  const found = kept.flatMap((other) => describe(other, compareArticles(own, other)) ?? []);
  return found.sort((a, b) => b.likeness - a.likeness)[0];
}

async function nearestTo(own: SavedArticle): Promise<string[]> {
  const trace = traceOf(own);
  if (!trace) return [];
  const others = (await readTraces()).filter(({ id }) => id !== own.id);
  const near = others.map((other) => ({ id: other.id, distance: distanceOfTraces(trace, other) })).filter(isNear);
  return near.sort((a, b) => a.distance - b.distance).slice(0, mostCompared).map(({ id }) => id);
}

function isNear<T extends { distance: number | undefined }>(one: T): one is T & { distance: number } {
  return one.distance !== undefined;
}

function describe({ id, savedAt, article: { title, siteName, url } }: SavedArticle, likeness: number | undefined): Reprint | undefined {
  return likeness === undefined ? undefined : { id, title, siteName, url, savedAt, likeness };
}

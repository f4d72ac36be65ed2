import { fold } from './fold.ts';
import type { LibraryRow } from './rows.ts';
import type { SavedArticle } from './saved-article.ts';
import { readSaved } from './saved-records.ts';
import type { Snippet } from './snippet.ts';
import { findRanges, findSnippet } from './snippet.ts';

/** An article that holds all words of a query, with the sentence of the first hit in its text. */
export interface SearchHit extends Snippet {
  entry: LibraryRow;
  /** Where the words stand in the title. */
  titleRanges: [number, number][];
}

/** Small enough that reading and folding one batch holds up nobody who is typing. */
const batchSize = 20;

/** Searches the articles of these rows, in their order. Reading happens in batches, so hits come as they are found. */
export async function* searchEntries(query: string, entries: readonly LibraryRow[], signal: AbortSignal): AsyncGenerator<SearchHit> {
  const terms = toTerms(query);
  if (terms.length === 0) return;
  for (let start = 0; start < entries.length; start += batchSize) {
    if (signal.aborted) return;
    const batch = entries.slice(start, start + batchSize);
    const { saved } = await readSaved(batch.map(({ id }) => id));
    const byId = new Map(saved.map((article) => [article.id, article]));
    for (const entry of batch) {
      const hit = match(entry, byId.get(entry.id), terms);
      if (signal.aborted) return;
      if (hit) yield hit;
    }
  }
}

function toTerms(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/).filter((term) => term !== ''))];
}

function match(entry: LibraryRow, saved: SavedArticle | undefined, terms: readonly string[]): SearchHit | undefined {
  if (!saved) return undefined;
  const { textContent, title } = saved.article;
  const folded = `${fold(title)}\n${fold(textContent)}`;
  if (!terms.every((term) => folded.includes(term))) return undefined;
  return { entry, titleRanges: findRanges(title, terms), ...(findSnippet(textContent, terms) ?? { snippet: entry.excerpt, ranges: [] }) };
}

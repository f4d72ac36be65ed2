import type { LibraryAccess } from '../../library/library-access.ts';

/** The first of the looked-for words as it stands in an article, there to be found again; undefined where only its title or a note has it. */
export async function wordsOfHit(library: LibraryAccess, id: string, terms: readonly string[]): Promise<string | undefined> {
  if (terms.length === 0) return undefined;
  try {
    const found = await library.snippet(id, terms);
    const [range] = found?.ranges ?? [];
    return range && found?.snippet.slice(...range);
  } catch (error) {
    console.warn('the place of a hit could not be found', error);
    return undefined;
  }
}

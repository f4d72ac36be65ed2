import type { LibraryAccess } from '../../library/library-access.ts';
import type { Snippet } from '../../library/snippet.ts';

/** Where in an article a hit stands: at words of a sentence, there to be found again, or at a highlight. */
export type HitPlace = { words: string; sentence: string } | { annotationId: string };

/** Where the sentence that is shown of a hit stands in an article or in what was noted on it; undefined where only its title has the words. */
export async function placeOfHit(library: LibraryAccess, id: string, terms: readonly string[]): Promise<HitPlace | undefined> {
  if (terms.length === 0) return undefined;
  try {
    return placeIn(await library.snippet(id, terms));
  } catch (error) {
    console.warn('the place of a hit could not be found', error);
    return undefined;
  }
}

/** The place of a sentence that is known already; undefined where the words do not stand in it. */
export function placeIn(found: Snippet | undefined): HitPlace | undefined {
  if (found?.annotationId !== undefined) return { annotationId: found.annotationId };
  const [range] = found?.ranges ?? [];
  return found && range && { words: found.snippet.slice(...range), sentence: found.snippet.replace(/^…|…$/g, '') };
}

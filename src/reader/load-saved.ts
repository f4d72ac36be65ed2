import { openArticle } from '../library/set-aside.ts';
import type { Destination } from './reader-host.ts';
import type { Loaded } from './saved-page.tsx';

/** Looks for a saved article; one that cannot be read is a state of its own. */
export async function loadSaved(id: string): Promise<Loaded> {
  try {
    const saved = await openArticle(id);
    if (typeof saved === 'string') return { kind: 'broken', fault: saved };
    return saved === undefined ? { kind: 'missing' } : { kind: 'found', article: saved.article };
  } catch (error) {
    console.error('a saved article could not be read', error);
    return { kind: 'broken', fault: 'unreadable' };
  }
}

/** Where in the article the page's address wishes to be. */
export function destinationIn(query: URLSearchParams): Destination | undefined {
  const [sectionId, words, sentence, annotationId] = ['section', 'words', 'sentence', 'annotation'].map((name) => query.get(name) ?? undefined);
  if (sectionId !== undefined) return { sectionId };
  if (annotationId !== undefined) return { annotationId };
  return words === undefined ? undefined : { words, ...(sentence !== undefined && { sentence }) };
}

import { closeUp, foldLetters, foldWithPlaces } from '../../../library/fold-letters.ts';
import type { Stretch } from '../body-text.ts';

/** More matches than this say nothing more, and marking them would take long. */
export const mostMatches = 300;

/**
 * Where the words stand in a text, in order; found as the library finds them, except that it knows Chinese variants as
 * well, by tables that are too heavy for a script in the page.
 */
export function findMatches(text: string, words: string): Stretch[] {
  const wanted = closeUp(foldLetters(words));
  if (wanted === '') return [];
  // In the body a line's end is a space like others.
  const { folded, places } = foldWithPlaces(text.replaceAll('\n', ' '), foldLetters);
  const matches: Stretch[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && matches.length < mostMatches; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = places[at]?.[0] ?? 0;
    const end = places[at + wanted.length - 1]?.[1] ?? text.length;
    if (start < end && start >= (matches.at(-1)?.end ?? 0)) matches.push({ start, end });
  }
  return matches;
}

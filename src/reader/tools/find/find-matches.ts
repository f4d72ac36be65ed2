import { foldWithOrigins } from '../../../library/fold.ts';
import type { Stretch } from '../body-text.ts';

/** More matches than this say nothing more, and marking them would take long. */
export const mostMatches = 300;

/** Where the words stand in a text, in order; capitals and full width make no difference. */
export function findMatches(text: string, words: string): Stretch[] {
  const wanted = foldWithOrigins(words.trim()).folded;
  if (wanted === '') return [];
  const { folded, origins } = foldWithOrigins(text);
  const matches: Stretch[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && matches.length < mostMatches; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = origins[at] ?? 0;
    const end = origins[at + wanted.length] ?? text.length;
    if (start < end && start >= (matches.at(-1)?.end ?? 0)) matches.push({ start, end });
  }
  return matches;
}

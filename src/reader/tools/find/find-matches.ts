import type { Stretch } from '../body-text.ts';

/** More matches than this say nothing more, and marking them would take long. */
export const mostMatches = 300;

/** Where the words stand in a text, in order; capitals and full width make no difference. */
export function findMatches(text: string, words: string): Stretch[] {
  const wanted = fold(words.trim()).folded;
  if (wanted === '') return [];
  const { folded, origins } = fold(text);
  const matches: Stretch[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && matches.length < mostMatches; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = origins[at] ?? 0;
    const end = origins[at + wanted.length] ?? text.length;
    if (start < end && start >= (matches.at(-1)?.end ?? 0)) matches.push({ start, end });
  }
  return matches;
}

/**
 * Folds letter by letter and keeps for each unit, and for the end, where it came from. The library folds Chinese
 * variants as well, with tables that are too heavy for a script in the page.
 */
function fold(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = cluster.normalize('NFKC').toLowerCase();
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(index);
  }
  origins.push(text.length);
  return { folded, origins };
}

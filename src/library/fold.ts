import { simplify } from './han-variants.ts';

/** Latin letters with accents, each one character after normalising; the marks of other scripts make other words. */
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;

/** The form in which texts are compared: full and half width, ligatures, case, accents, traditional and simplified make no difference. */
export function fold(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase().replace(accented, (letter) => letter.normalize('NFD').charAt(0)));
}

/** Folded text that knows where it came from. */
export interface FoldedText {
  folded: string;
  /** For each UTF-16 unit of `folded`, and for its end, the place in the original. */
  origins: number[];
}

/** Folds a short text and keeps for each unit its place in the original, because folding may lengthen (㎡) or shorten (é). */
export function foldWithOrigins(text: string): FoldedText {
  let folded = '';
  const origins: number[] = [];
  // A letter and its combining marks fold together, as they would in the whole text.
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = fold(cluster);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(index);
  }
  origins.push(text.length);
  return { folded, origins };
}

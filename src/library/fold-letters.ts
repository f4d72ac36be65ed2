/** Latin letters with accents, each one character after normalising; the marks of other scripts make other words. */
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;
/** What two people write differently in the same words, or not at all: quotation marks, apostrophes, invisible characters. */
const unheard = /[\p{Cf}\ufe0e\ufe0f"'‘’“”„«»「」『』]/gu;
const spaces = /[^\S\n]+/g;
/** Of scripts that part words by spaces. */
const letter = /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const digit = /\d/;
/** A letter and what folds together with it: combining marks, Hangul's vowels and finals, voice marks of half width. */
const clusters = /[^\S\n]+|\P{M}[\p{M}\u1160-\u11ff\uff9e\uff9f]*|\p{M}+/gu;

/** A text in which full and half width, ligatures, case, accents and dashes make no difference. */
export function foldLetters(text: string): string {
  const plain = text.normalize('NFKC').replace(accented, (one) => one.normalize('NFD').charAt(0)).toLowerCase();
  return plain.replace(/[\u2010-\u2015\u2212]/g, '-').replaceAll('〜', '~').replace(/[•・‧]/g, '·');
}

/** A text without quotation marks, and without spaces but between two words or two figures: elsewhere, as between Chinese and Latin letters, some write one and some do not. */
export function closeUp(text: string): string {
  return text.replace(unheard, '').replace(spaces, (run: string, at: number, whole: string) => {
    const [before, after] = [whole.charAt(at - 1), whole.charAt(at + run.length)];
    return [letter, digit].some((kind) => kind.test(before) && kind.test(after)) ? ' ' : '';
  });
}

/** Folded text that knows where it came from. */
export interface FoldedText {
  folded: string;
  /** For each UTF-16 unit of `folded`, what of the original it stands for: `[start, end)`. */
  places: [start: number, end: number][];
}

/** Folds a text, closes it up, and keeps for each unit its place in the original, because folding may lengthen (㎡) or shorten (é). */
export function foldWithPlaces(text: string, foldPiece: (piece: string) => string): FoldedText {
  let wide = '';
  const places: [start: number, end: number][] = [];
  // A text has few characters, again and again.
  const pieces = new Map<string, string>();
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const piece = pieces.get(cluster) ?? (/[^\S\n]/.test(cluster) ? ' ' : foldPiece(cluster));
    pieces.set(cluster, piece);
    wide += piece;
    for (let unit = 0; unit < piece.length; unit += 1) places.push([index, index + cluster.length]);
  }
  const folded = closeUp(wide);
  let next = 0;
  // Closing up only leaves out, and of a run of spaces it leaves the first.
  return { folded, places: places.filter((_, at) => wide[at] === folded[next] && (next += 1)) };
}

import type { Article, OutlineEntry } from '../article/article.ts';

const ideographsAMinute = 400;
const wordsAMinute = 220;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const firstOfWord = /[\p{L}\p{N}]/u;
const restOfWord = /[\p{L}\p{N}\p{M}'’.,-]/u;

/** Minutes, unrounded, that a practised reader takes for a text of Chinese, of Latin words, or of both. */
export function readingMinutes(text: string): number {
  let [ideographs, words, inWord] = [0, 0, false];
  for (const character of text) {
    if (isCommon(character) || ideograph.test(character)) {
      ideographs++;
      inWord = false;
    } else if (inWord) {
      inWord = restOfWord.test(character);
    } else if (firstOfWord.test(character)) {
      words++;
      inWord = true;
    }
  }
  return ideographs / ideographsAMinute + words / wordsAMinute;
}

/** In the block that nearly all Chinese is written with: asked first, because a pattern takes ten times as long. */
function isCommon(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff';
}

/**
 * Minutes of each section with all that is nested in it, in the order of the outline; undefined where
 * the heading does not stand in the text as a line of its own.
 */
export function sectionMinutes({ outline, textContent }: Pick<Article, 'outline' | 'textContent'>): (number | undefined)[] {
  const lines = textContent.split('\n');
  const starts = findHeadingLines(outline, lines);
  return outline.map((entry, index) => {
    const start = starts[index];
    if (start === undefined) return undefined;
    const after = outline.findIndex((other, place) => place > index && other.depth <= entry.depth && starts[place] !== undefined);
    return readingMinutes(lines.slice(start, after < 0 ? undefined : starts[after]).join('\n'));
  });
}

/** The line of each heading; each is looked for after the one before, so that equal headings stay apart. */
function findHeadingLines(outline: OutlineEntry[], lines: string[]): (number | undefined)[] {
  const folded = lines.map(fold);
  const cursor = { line: 0 };
  return outline.map(({ text }) => {
    const line = folded.indexOf(fold(text), cursor.line);
    if (line < 0) return undefined;
    cursor.line = line + 1;
    return line;
  });
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { Annotation } from '../../../library/annotation.ts';
import type { Stretch } from '../body-text.ts';

/** How many letters before and after the words are kept to tell them from the same words elsewhere. */
const contextLength = 32;

/** A place in a text by its words and their neighbours, and by its offsets: a TextQuoteSelector with a TextPositionSelector. */
export type TextQuote = Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

/** Describes a stretch of a text so that it can be found again in a changed one. */
export function quoteAt(text: string, { start, end }: Stretch): TextQuote {
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - contextLength), start), suffix: text.slice(end, end + contextLength), start, end };
}

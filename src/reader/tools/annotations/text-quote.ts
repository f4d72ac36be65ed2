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

/** Where the words stand now: where their neighbours agree best, and of equals the one nearest to where they stood. */
export function findQuote(text: string, quote: TextQuote): Stretch | undefined {
  const [whole, parts] = [withoutSpace(text), withoutSpace(quote.exact).text];
  if (parts === '') return undefined;
  const before = withoutSpace(quote.prefix).text;
  const after = withoutSpace(quote.suffix).text;
  let best: { at: number; agreement: number; distance: number } | undefined;
  for (let at = whole.text.indexOf(parts); at >= 0; at = whole.text.indexOf(parts, at + 1)) {
    const agreement = agreementAt(whole.text, { at, end: at + parts.length, before, after });
    const distance = Math.abs((whole.origins[at] ?? 0) - quote.start);
    if (!best || agreement > best.agreement || (agreement === best.agreement && distance < best.distance)) best = { at, agreement, distance };
  }
  if (!best) return undefined;
  return { start: whole.origins[best.at] ?? 0, end: (whole.origins[best.at + parts.length - 1] ?? 0) + 1 };
}

/** The letters alone, since spaces come and go with the way of extraction, and where each of them stood. */
function withoutSpace(text: string): { text: string; origins: number[] } {
  const origins: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (/\s/.test(letter)) continue;
    letters += letter;
    origins.push(at);
  }
  return { text: letters, origins };
}

function agreementAt(text: string, { at, end, before, after }: { at: number; end: number; before: string; after: string }): number {
  let agreement = 0;
  while (agreement < before.length && text[at - 1 - agreement] === before[before.length - 1 - agreement]) agreement += 1;
  let following = 0;
  while (following < after.length && text[end + following] === after[following]) following += 1;
  return agreement + following;
}

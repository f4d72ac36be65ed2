import type { Annotation } from './annotation.ts';

/** What a highlight is found by. */
export type Quote = Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start'>;

/** Where the words of a highlight stand now: where their neighbours agree best, and of equals the one nearest to where they stood. */
export function findQuote(text: string, quote: Quote): { start: number; end: number } | undefined {
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

/** The letters alone, since spaces and invisible characters come and go with the way of extraction, and where each of them stood. */
function withoutSpace(text: string): { text: string; origins: number[] } {
  const origins: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (/[\s\p{Cf}]/u.test(letter)) continue;
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

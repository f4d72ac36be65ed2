import type { BodyText, Stretch } from '../body-text.ts';
import { chunksOf } from '../body-text.ts';

/** Words of the article, a line for each block that they touch, and what else stands in the first and the last of these. */
export interface Quoted {
  quote: string;
  before: string;
  after: string;
}

/** Reads a stretch of the text as it is quoted. */
export function quotedAt(body: BodyText, { start, end }: Stretch): Quoted {
  const lineOf = (chunk: Stretch): string => body.text.slice(Math.max(chunk.start, start), Math.min(chunk.end, end)).trim();
  const touched = chunksOf(body).filter((chunk) => chunk.start < end && chunk.end > start && lineOf(chunk) !== '');
  return { quote: touched.map(lineOf).join('\n'), before: body.text.slice(touched[0]?.start ?? start, start), after: body.text.slice(end, touched.at(-1)?.end ?? end) };
}

/** Signs at whose sides every browser ends a word; within a row of Chinese letters they do not agree. */
const apart = String.raw`\s、。，；：！？…—“”（）《》「」『』`;
const restBefore = new RegExp(`[^${apart}]*$`);
const restAfter = new RegExp(`^[^${apart}]*`);
/** The ends of a long quote, of so many letters at least and up to such a sign. */
const head = new RegExp(`^.{6,}?(?=[${apart}]|$)`, 'u');
const tail = new RegExp(`^(?:.*[${apart}])?(.{6,})$`, 'u');
const longest = 40;

/** The text directive that finds quoted words on the original: whole, or by their ends, which each stand in one block; words are never cut in two. */
export function directiveTo({ quote, before, after }: Quoted): string {
  const [first = '', ...others] = quote.split('\n');
  const last = others.at(-1) ?? first;
  const ends = [head.exec(first)?.[0] ?? first, tail.exec(last)?.[1] ?? last];
  const isWhole = others.length === 0 && (first.length <= longest || ends.join('').length >= first.length);
  const [prefix = '', suffix = ''] = [restBefore.exec(before)?.[0], restAfter.exec(after)?.[0]];
  return [...(prefix === '' ? [] : [`${encode(prefix)}-`]), ...(isWhole ? [first] : ends).map(encode), ...(suffix === '' ? [] : [`-${encode(suffix)}`])].join();
}

/** The hyphen has a meaning of its own in such an address. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}

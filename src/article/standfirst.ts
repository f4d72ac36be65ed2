import { blocksOf } from './blocks.ts';
import type { Headline } from './headline.ts';
import { foldForMatch, lengthOf, linkDensity, textOf } from './text.ts';

const label = /^[\[【「（(]?(编辑导语|导语|导读|编者按|编者语|编辑按|摘要|内容提要|核心提示|引言|前言|核心观点|要点|本文要点|文章摘要)[\]】」）)]?\s*[:：|｜]/;
const longestStandfirst = 400;
/** Characters of a description that the standfirst has to begin with, and so many as they may take before white space is folded away. */
const opening = 24;
const longestOpening = 2 * opening;
const names = /(^|[\s_-])(summary|abstract|digest|standfirst|lead|lede|dek|deck|intro|introduction|excerpt|subtitle|sub-title|desc|description|daodu|daoyu|zhaiyao)([\s_-]|$)/;

/** Marks the standfirst (导语) of the body with `data-standfirst`, as a quote of its own, and returns its text; empty when there is none. */
export function markStandfirst(body: Element): string {
  const blocks = blocksOf(body).filter((block) => !block.hasAttribute('data-removal'));
  const first = blocks.find((block) => block.tagName !== 'FIGURE');
  if (!first) return '';
  if (first.hasAttribute('data-standfirst')) return textOf(first);
  const text = textOf(first);
  const isQuote = first.tagName === 'BLOCKQUOTE' && blocks.length > 4;
  if (lengthOf(text) > longestStandfirst || lengthOf(text) < 10 || !(isQuote || label.test(text))) return '';
  const quote = isQuote ? first : body.ownerDocument.createElement('blockquote');
  if (!isQuote) {
    first.replaceWith(quote);
    quote.append(first);
  }
  quote.setAttribute('data-standfirst', '');
  return text;
}

/**
 * The standfirst that a page shows between the title and the body; empty when there is none.
 *
 * @param description what the page's metadata say the article is about: often the standfirst itself.
 */
export function standfirstBeside(headline: Headline, description: string): string {
  const described = foldForMatch(description).slice(0, opening);
  for (const { element, text } of headline.after) {
    const length = lengthOf(text);
    if (length < 12 || length > 300 || !/[，。！？；,.!?]/.test(text) || element.closest('a')) continue;
    const parted = `${element.getAttribute('class') ?? ''} ${element.id}`.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
    const isNamed = names.test(parted) || label.test(text) || (described.length > 8 && foldForMatch(text.slice(0, longestOpening)).startsWith(described));
    if (isNamed && linkDensity(element) < 0.2) return text;
  }
  return '';
}

/** Sets a standfirst that stood outside the body at its head, unless the body has it already. */
export function prependStandfirst(body: Element, text: string): void {
  if (!text || foldForMatch(body.textContent ?? '').includes(foldForMatch(text))) return;
  const quote = body.ownerDocument.createElement('blockquote');
  const paragraph = body.ownerDocument.createElement('p');
  paragraph.textContent = text;
  quote.append(paragraph);
  quote.setAttribute('data-standfirst', '');
  body.prepend(quote);
}

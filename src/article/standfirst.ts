import { blocksOf } from './blocks.ts';
import { lengthOf, textOf } from './text.ts';

const label = /^[\[【「（(]?(编辑导语|导语|导读|编者按|编者语|编辑按|摘要|内容提要|核心提示|引言|前言|核心观点|要点|本文要点|文章摘要)[\]】」）)]?\s*[:：|｜]/;
const longestStandfirst = 400;

/** Marks the standfirst (导语) of the body with `data-standfirst`, as a quote of its own, and returns its text; empty when there is none. */
export function markStandfirst(body: Element): string {
  const blocks = blocksOf(body).filter((block) => !block.hasAttribute('data-removal'));
  const first = blocks.find((block) => block.tagName !== 'FIGURE');
  if (!first) return '';
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

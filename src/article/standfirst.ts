import { blocksOf } from './blocks.ts';
import type { Headline } from './headline.ts';
import { foldForMatch, lengthOf, linkDensity, textOf } from './text.ts';

const words = '编辑导语|导语|导读|编者按|编者语|编辑按|摘要|内容提要|内容摘要|核心提示|核心观点|要点|本文要点|文章摘要|一句话总结|省流|太长不看|TL;?DR';
const label = new RegExp(`^(?:[\\[【「（(](?:${words}|引言|前言)[\\]】」）)]\\s*[:：|｜]?|(?:${words}|引言|前言)\\s*[:：|｜])`, 'i');
const loneLabel = new RegExp(`^[\\[【「（(]?(?:${words})[\\]】」）)]?\\s*[:：]?$`, 'i');
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
  if (first.tagName === 'P' && loneLabel.test(text)) return markLabelled(first, blocks[blocks.indexOf(first) + 1]);
  const isQuote = first.tagName === 'BLOCKQUOTE' && blocks.length > 4;
  if (lengthOf(text) > longestStandfirst || lengthOf(text) < 10 || !(isQuote || label.test(text) || beginsWithLabel(first, text))) return '';
  const quote = isQuote ? first : body.ownerDocument.createElement('blockquote');
  if (!isQuote) {
    first.replaceWith(quote);
    quote.append(first);
  }
  quote.setAttribute('data-standfirst', '');
  return text;
}

/** `<b>导读</b>` at the head of a paragraph, without a colon. */
function beginsWithLabel(paragraph: Element, text: string): boolean {
  const bold = paragraph.querySelector('b, strong');
  const words = bold ? textOf(bold) : '';
  return loneLabel.test(words) && text.startsWith(words);
}

/** Makes one quote of a label in a line of its own and of the paragraph or the list below it. */
function markLabelled(labelLine: Element, below: Element | undefined): string {
  if (!below || !/^(P|UL|OL)$/.test(below.tagName) || lengthOf(textOf(below)) > longestStandfirst || lengthOf(textOf(below)) < 10) return '';
  const quote = labelLine.ownerDocument.createElement('blockquote');
  labelLine.replaceWith(quote);
  quote.append(labelLine, below);
  quote.setAttribute('data-standfirst', '');
  return textOf(below);
}

/** Subtitles of newspapers have no stop; shorter ones are labels. */
const shortestUnstopped = 30;

/**
 * The standfirst that a page shows between the title and the body; empty when there is none.
 *
 * @param description what the page's metadata say the article is about: often the standfirst itself.
 */
export function standfirstBeside(headline: Headline, description: string): string {
  const described = foldForMatch(description).slice(0, opening);
  for (const { element, text } of headline.after) {
    const length = lengthOf(text);
    if (length < 12 || length > 300 || element.closest('a')) continue;
    if (!/[，。！？；,.!?]/.test(text) && (length < shortestUnstopped || !element.matches('h2, h3, p'))) continue;
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

import type { Quote } from '../find-quote.ts';
import { findQuote } from '../find-quote.ts';

/** A passage that a person marked, and what the person wrote about it. */
export interface Highlight extends Quote {
  /** Empty where nothing was written. */
  note: string;
}

/** The attribute of a `<mark>` that names its highlight by place in the list. */
export const highlightAttribute = 'data-highlight';

/**
 * Wraps each highlight's words in `<mark data-highlight="n">`, in as many pieces as elements cut them into.
 *
 * @returns the highlights whose words are not in the content any more.
 */
export function markHighlights(content: DocumentFragment, highlights: readonly Highlight[]): Highlight[] {
  return highlights.filter((highlight, index) => {
    const texts = textsOf(content);
    const place = findQuote(texts.map((text) => text.data).join(''), highlight);
    if (!place) return true;
    wrap(texts, { ...place, index });
    return false;
  });
}

function textsOf(content: DocumentFragment): Text[] {
  const walker = content.ownerDocument.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function wrap(texts: readonly Text[], { start, end, index }: { start: number; end: number; index: number }): void {
  let offset = 0;
  for (const text of texts) {
    const length = text.length;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    // What is white between two blocks is no part of a line.
    if (from >= to || text.data.trim() === '') continue;
    const piece = from > 0 ? text.splitText(from) : text;
    if (to - from < piece.length) piece.splitText(to - from);
    const mark = piece.ownerDocument.createElement('mark');
    mark.setAttribute(highlightAttribute, String(index));
    piece.replaceWith(mark);
    mark.append(piece);
  }
}

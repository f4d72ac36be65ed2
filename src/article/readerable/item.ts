import type { Block } from './blocks.ts';
import { inline } from './kinds.ts';
import { isDateLabel, isInvitation, weigh } from './text-signs.ts';
import { above, tagOf, textOf, walkTexts } from './unclobbered.ts';

const textsLookedAt = 100;
const shortestTitle = 6;
/** A title may stand beside a tag or a number, not beside a sentence. */
const shareOfLine = 0.6;

/** Whether the block is a teaser, a post or an answer: it has a date label, a title that is a link, or a 阅读全文 of its own. */
export function isItem(block: Block, document: Document): boolean {
  const isLeaf = block.children.length === 0 && block.tag !== 'article';
  const walker = walkTexts(document, block.element);
  let linked = false;
  let dated = false;
  for (let count = 0; count < textsLookedAt; count++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const text = node.data.trim();
    if (text.length < 2) continue;
    dated ||= isDateLabel(text);
    const link = linkOf(node, block.element);
    linked ||= link !== undefined;
    if (link !== undefined && (isInvitation(text) || isTitle(link, text, block.element))) return true;
    if (dated && (linked || !isLeaf)) return true;
  }
  return false;
}

interface Link {
  element: Element;
  /** A block within the link: a card. */
  isCard: boolean;
}

function linkOf(node: Text, within: Element): Link | undefined {
  let isCard = false;
  for (let element: Element | null = node.parentElement; element !== null && element !== within; element = above(element)) {
    const tag = tagOf(element);
    if (tag === 'a') return { element, isCard };
    if (!inline.has(tag)) isCard = true;
  }
  return undefined;
}

function isTitle({ element, isCard }: Link, text: string, within: Element): boolean {
  if (weigh(text) < shortestTitle) return false;
  if (isCard) return true;
  let line: Element | null = element.parentElement;
  while (line !== null && line !== within && inline.has(tagOf(line))) line = line.parentElement;
  return line !== null && line !== within && visibleLength(element) >= shareOfLine * visibleLength(line);
}

function visibleLength(element: Element): number {
  return textOf(element).replace(/\s+/g, '').length;
}

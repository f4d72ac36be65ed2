import type { Block } from './blocks.ts';
import { inline } from './kinds.ts';
import { isDateLabel, isInvitation, weigh } from './text-signs.ts';
import { above, call, find, foldedText, tagOf, walkTexts } from './unclobbered.ts';

const textsLookedAt = 100;
const shortestTitle = 6;
/** A title may stand beside a tag or a number, not beside a sentence. */
const mostOfLine = 0.6;

/** Whether the block is a teaser, a post or an answer: it has a date label, a title that is a link, or a 阅读全文 of its own. */
export function* isItem(block: Block, document: Document): Generator<undefined, boolean> {
  // A paragraph that names a day is no post; with a link beside the date it is one.
  const mustLink = block.children.length === 0;
  if (mustLink && find(block.element, 'a').length === 0) return false;
  const walker = walkTexts(document, block.element);
  let linked = false;
  let dated = false;
  for (let count = 0; count < textsLookedAt && walker.nextNode(); count++) {
    yield;
    const node = walker.currentNode as Text;
    const text = node.data.trim();
    if (text === '') continue;
    // No item is in a link itself, so that one round its text is one of its own.
    const link: Element | null = call(node.parentElement ?? block.element, 'closest', 'a');
    linked ||= link !== null;
    dated ||= isDateLabel(text);
    if (dated && (linked || !mustLink)) return true;
    if (link && (isInvitation(text) || (weigh(text) >= shortestTitle && isMostOfLine(link, node, block.element)))) return true;
  }
  return false;
}

function isMostOfLine(link: Element, text: Text, within: Element): boolean {
  for (let line: Element | null = text.parentElement; line && line !== within; line = above(line)) {
    if (!inline.has(tagOf(line))) return foldedText(link).length >= mostOfLine * foldedText(line).length;
  }
  return false;
}

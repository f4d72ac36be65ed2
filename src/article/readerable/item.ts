import type { Block } from './blocks.ts';
import { inline } from './kinds.ts';
import { isDateLabel, isInvitation, weigh } from './text-signs.ts';
import { above, foldedText, tagOf, walkTexts } from './unclobbered.ts';

const textsLookedAt = 100;
const shortestTitle = 6;
/** A title may stand beside a tag or a number, not beside a sentence. */
const mostOfLine = 0.6;
/** A link among the item's own text. */
const leastShare = 0.01;

/** Whether the block is a teaser, a post or an answer: it has a date label, a title that is a link, or a 阅读全文 of its own. */
export function* isItem(block: Block, document: Document): Generator<undefined, boolean> {
  // A paragraph that names a day is no post; with a link beside the date it is one.
  const mustLink = block.children.length === 0;
  const walker = walkTexts(document, block.element);
  let linked = false;
  let dated = false;
  for (let count = 0; count < textsLookedAt && walker.nextNode(); count++) {
    const node = walker.currentNode as Text;
    yield;
    const text = node.data.trim();
    const share = linkShare(node, block.element);
    linked ||= share > 0;
    dated ||= isDateLabel(text);
    if (dated && (linked || !mustLink)) return true;
    if (share > 0 && (isInvitation(text) || (share >= mostOfLine && weigh(text) >= shortestTitle))) return true;
  }
  return false;
}

/** How much of its line the link round the text takes: 1 or more where the whole line is in it, 0 where there is none. */
function linkShare(node: Text, within: Element): number {
  let line: Element | undefined;
  let link: Element | undefined;
  for (let element: Element | null = node.parentElement; element !== null && element !== within; element = above(element)) {
    const tag = tagOf(element);
    if (tag === 'a') link = element;
    else if (!inline.has(tag)) line ??= element;
    if (link && line) return foldedText(link).length / foldedText(line).length;
  }
  return link ? leastShare : 0;
}

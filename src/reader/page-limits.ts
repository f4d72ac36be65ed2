import { call, read, walkTexts } from '../article/readerable/unclobbered.ts';
import type { FailureReason } from '../messages.ts';

/** Above these the parse would hold the tab for too long, and what came of it could neither be drawn nor kept. Characters are those of the text; the longest novels have a third of them. */
const limits = { elements: 200_000, nesting: 5_500, characters: 3_000_000 };

/** Why a document must not be parsed, or undefined when it may be. */
export function findObstacle(document: Document, { elements, nesting, characters } = limits): FailureReason | undefined {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(read(document, 'contentType'))) return 'unsupported-document';
  const body = read<HTMLElement | null>(document, 'body');
  if (body === null) return undefined;
  if (call<HTMLCollection>(document, 'getElementsByTagName', '*').length > elements) return 'too-large';
  if (isLongerThan(document, body, characters)) return 'too-large';
  return isDeeperThan(document, body, nesting) ? 'too-deep' : undefined;
}

/** Counts no scripts and styles: a page of a few words may carry megabytes of them. */
function isLongerThan(document: Document, root: Element, limit: number): boolean {
  const texts = walkTexts(document, root);
  for (let length = 0; texts.nextNode();) {
    const text = texts.currentNode as Text;
    if (!/^(script|style|noscript|template)$/.test(text.parentElement?.localName ?? '')) length += text.length;
    if (length > limit) return true;
  }
  return false;
}

/** Walks without recursion, which is what too deep a page would break. */
function isDeeperThan(document: Document, root: Element, limit: number): boolean {
  const walker = call<TreeWalker>(document, 'createTreeWalker', root, NodeFilter.SHOW_ELEMENT);
  for (let depth = 0; ;) {
    if (walker.firstChild()) depth += 1;
    else {
      while (!walker.nextSibling()) {
        if (!walker.parentNode()) return false;
        depth -= 1;
      }
    }
    if (depth > limit) return true;
  }
}

import { call, read } from '../article/readerable/unclobbered.ts';
import type { FailureReason } from '../messages.ts';

/** Above these the parse, which nothing can interrupt, would hold the tab for too long. */
const limits = { elements: 200_000, nesting: 5_500 };

/** Why a document must not be parsed, or undefined when it may be. */
export function findObstacle(document: Document, { elements, nesting } = limits): FailureReason | undefined {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(read(document, 'contentType'))) return 'unsupported-document';
  const body = read<HTMLElement | null>(document, 'body');
  if (body === null) return undefined;
  if (call<HTMLCollection>(document, 'getElementsByTagName', '*').length > elements) return 'too-large';
  return isDeeperThan(document, body, nesting) ? 'too-deep' : undefined;
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

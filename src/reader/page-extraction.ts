import { extract } from '../article/extract.ts';
import { isReaderable } from '../article/readerable.ts';
import type { Extraction, FailureReason } from '../messages.ts';

/** Above these the parse, which nothing can interrupt, would hold the tab for too long. */
const mostElements = 200_000;
const deepestNesting = 5_500;

/** The page's article, or why there is none. `force` skips the question whether the page looks like one. */
export function extractFromPage(document: Document, { url, force = false }: { url: string; force?: boolean | undefined }): Extraction {
  const obstacle = findObstacle(document);
  if (obstacle !== undefined) return { kind: 'failed', reason: obstacle };
  const started = performance.now();
  if (!force && !isReaderable(document)) return { kind: 'not-an-article' };
  const article = extract(document, { url });
  if (article === undefined) return { kind: 'not-an-article' };
  return { kind: 'article', article, milliseconds: performance.now() - started };
}

function findObstacle(document: Document): FailureReason | undefined {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return 'unsupported-document';
  if (document.body === null) return undefined;
  if (document.getElementsByTagName('*').length > mostElements) return 'too-large';
  return isDeeperThan(document.body, deepestNesting) ? 'too-deep' : undefined;
}

/** Walks without recursion, which is what too deep a page would break. */
function isDeeperThan(root: Element, limit: number): boolean {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
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

import { extract } from '../article/extract.ts';
import { isReaderable } from '../article/readerable.ts';
import type { Extraction } from '../messages.ts';
import { findObstacle } from './page-limits.ts';

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

import type { Article } from '../article/article.ts';
import type { ExtractOptions } from '../article/extract.ts';
import { extract } from '../article/extract.ts';
import { isReaderable } from '../article/readerable.ts';
import { OutOfTime, timeLimit } from '../article/time-limit.ts';
import type { Extraction } from '../messages.ts';
import { findObstacle } from './page-limits.ts';

/** An extraction holds the tab, so it ends after these milliseconds, done or not. */
const patience = 5_000;

export interface PageOptions extends Pick<ExtractOptions, 'url' | 'siteRules'> {
  /** Skips the question whether the page looks like an article. */
  force?: boolean | undefined;
}

/** The page's article, or why there is none. */
export function extractFromPage(document: Document, { force = false, ...options }: PageOptions): Extraction {
  const obstacle = findObstacle(document);
  if (obstacle !== undefined) return { kind: 'failed', reason: obstacle };
  const started = performance.now();
  const checkTime = timeLimit(patience);
  if (!force && !isReaderable(document)) return { kind: 'not-an-article' };
  const article = extractInTime(document, { ...options, checkTime });
  if (article === 'timeout') return { kind: 'failed', reason: 'timeout' };
  if (article === undefined) return { kind: 'not-an-article' };
  return { kind: 'article', article, milliseconds: performance.now() - started };
}

function extractInTime(document: Document, options: ExtractOptions): Article | 'timeout' | undefined {
  try {
    return extract(document, options);
  } catch (error) {
    if (error instanceof OutOfTime) return 'timeout';
    throw error;
  }
}

import { extract } from '../../../src/article/extract.ts';
import { isReaderable } from '../../../src/article/readerable.ts';

/** Milliseconds of what the injected reader does for an article, in the page's own world. */
export function time() {
  const started = performance.now();
  if (isReaderable(document)) extract(document, { url: document.URL });
  return performance.now() - started;
}

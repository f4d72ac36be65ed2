// @ts-check
import { extract } from '../../src/article/extract.ts';
import { isReaderable } from '../../src/article/readerable.ts';

/**
 * Runs the shipped extraction on the document that the page shows. Bundled by `bundle.mjs` and
 * evaluated in an isolated world, as the extension's content script is.
 *
 * @param {{ url: string, siteRules: boolean }} options
 */
export function run(options) {
  const readerable = isReaderable(document);
  const started = performance.now();
  const article = extract(document, options);
  return { readerable, ms: Math.round((performance.now() - started) * 10) / 10, article: article ?? null };
}

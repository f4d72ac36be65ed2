// @ts-check
import { articleLength, createProse, proseSeed } from './prose.mjs';

/**
 * Types a query into the field of a list and waits for the end of the search.
 *
 * @param {string} query
 * @returns {Promise<{ first: number, all: number }>} milliseconds to the first hit in the document, and to the end
 */
export function typeQuery(query) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-testid=search]'));
  const answer = /** @type {HTMLElement} */ (document.querySelector('.search-field [role=status]'));
  return new Promise((resolve) => {
    const started = performance.now();
    let first = NaN;
    const look = () => {
      if (Number.isNaN(first) && document.querySelector('.virtual mark') !== null) first = performance.now() - started;
      if (answer.dataset['answers'] !== query) return;
      watch.disconnect();
      const all = performance.now() - started;
      resolve({ first: Number.isNaN(first) ? all : first, all });
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/**
 * Looks for the words of each query in a plain loop over the same texts, one string each.
 *
 * @param {{ size: number, queries: string[] }} input
 * @returns {number[]} milliseconds of each loop, the best of three
 */
export function plainScan({ size, queries }) {
  const prose = createProse(proseSeed);
  const texts = Array.from({ length: size }, () => prose.article(articleLength).join('\n'));
  return queries.map((query) => {
    const words = query.replaceAll('"', '').split(' ');
    return Math.min(...[1, 2, 3].map(() => {
      const started = performance.now();
      texts.filter((text) => words.every((word) => text.includes(word)));
      return performance.now() - started;
    }));
  });
}

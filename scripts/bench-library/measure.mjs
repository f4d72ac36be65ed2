// @ts-check
import { launchBrowser } from '../browser/launch-browser.mjs';
import { searchFor, plainScan, saveOne } from './in-page.mjs';
import { seedLibrary } from './seed.mjs';

/**
 * @typedef {object} Figures of a library of one size; times in milliseconds.
 * @property {number} size
 * @property {number} popupRows from the load of the popup to its first rows
 * @property {number} popupHeap bytes of the popup's heap with its rows on screen
 * @property {number[]} typed from the last key to the end of the search, once the texts are at hand
 * @property {number} scan of the same texts with the same words, in a plain loop
 * @property {number} coldFirst from the last key to the first hit, in a page just opened
 * @property {number} coldAll
 * @property {number} bytesRatio stored bytes of an article, less 1 kB, to the UTF-8 bytes of its HTML
 * @property {number} save of one more article
 */

/**
 * Measures a library of that size in a browser of its own.
 *
 * @param {string} extension
 * @param {number} size
 * @returns {Promise<Figures>}
 */
export async function measureLibrary(extension, size) {
  const browser = await launchBrowser({ extension });
  try {
    const { page } = browser;
    const base = `chrome-extension://${browser.extensionId}/src`;
    await page.goto(`${base}/library-page/index.html`);
    const before = await usage(page);
    const htmlBytes = await page.evaluate(seedLibrary, size);
    await page.reload();
    // The first search folds the texts, which saving would have done.
    await page.evaluate(searchFor, '一七');
    const stored = (await usage(page)) - before;
    await page.reload();
    await page.waitForSelector('.shelf-list[aria-busy=false]');
    const cold = await page.evaluate(searchFor, '一丟');
    const typed = [];
    for (const word of ['丕', '丕中', '一 七', '久', '久九', '"一七"', '丟', '也 亂']) typed.push((await page.evaluate(searchFor, word)).all);
    const scan = await page.evaluate(plainScan, ['一', '七']);
    const save = await page.evaluate(saveOne, 5);
    // Pages of one extension share a heap; the popup's shall be its own.
    await page.goto('about:blank');
    const popup = await measurePopup(browser, `${base}/popup/index.html`);
    return {
      size, ...popup, typed: typed.sort((a, b) => a - b), scan, coldFirst: cold.first, coldAll: cold.all,
      bytesRatio: (stored / size - 1000) / (htmlBytes / size), save,
    };
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('../browser/launch-browser.mjs').ExtendedBrowser} browser
 * @param {string} address
 */
async function measurePopup({ context }, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('[data-testid=saved-item]') === null) return;
      seen.disconnect();
      performance.mark('rows');
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0);
    times.push(await page.evaluate(() => {
      const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
      return (performance.getEntriesByName('rows')[0]?.startTime ?? 0) - (navigation?.domContentLoadedEventEnd ?? 0);
    }));
  }
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { popupRows: times.sort((a, b) => a - b)[2] ?? NaN, popupHeap: usedSize };
}

/** @param {import('playwright-core').Page} page */
function usage(page) {
  return page.evaluate(async () => (await chrome.storage.local.getBytesInUse(null)) + ((await navigator.storage.estimate()).usage ?? 0));
}

// @ts-check
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser/launch-browser.mjs';
import { bundleScript } from '../extract/bundle.mjs';
import { measurePopup } from './popup.mjs';
import { createProse, proseSeed } from './prose.mjs';

/**
 * @typedef {object} Figures of a library of one size; times in milliseconds.
 * @property {number} size
 * @property {number} popupRows from the load of the popup to its first rows
 * @property {number} popupHeap bytes of the popup's heap with its rows on screen
 * @property {number[]} typed from each key to the end of its search, once the texts are at hand; the least first
 * @property {number} scan of the same texts for the same words in a plain loop, at the median
 * @property {number} coldFirst from the last key to the first hit, in a popup just opened
 * @property {number} coldAll from the last key to the last hit
 * @property {number} bytesRatio stored bytes of an article, less 1 kB, to the UTF-8 bytes of its HTML
 * @property {number} freed the part of their bytes that came back when half of the articles were removed
 * @property {number} save of one more article
 */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

const script = fileURLToPath(new URL('in-page.mjs', import.meta.url));
const { words } = createProse(proseSeed);
/** @type {(rank: number) => string} */
const word = (rank) => words[rank] ?? '';

/** Frequent and rare, alone and together, and frequent characters that never stand together. */
const queries = [
  word(4), word(60), word(160), word(400), word(1500), word(6000), word(4) + word(9) + word(17), `${word(12)} ${word(152)}`,
  `${word(170)} ${word(900)}`, `${word(3000)} ${word(200)}`, `"${word(30)}${word(31)}"`, word(5) + word(7995),
];

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
    // A page that shows no list, so that nothing but what is measured is at work.
    const quiet = `${base}/transfer/index.html`;
    const bench = await openBench(page, quiet);
    const before = await usage(page);
    const htmlBytes = await bench('fill', size);
    const stored = (await usage(page)) - before;
    const save = await bench('saveSome', 9);
    const scans = await bench('plainScan', { size, queries });
    const typed = await measureTyping(page, `${base}/library-page/index.html`);
    const cold = await measureCold(page, `${base}/popup/index.html`);
    // Pages of one extension share a heap; the popup's shall be its own.
    await page.goto('about:blank');
    const popup = await measurePopup(browser, `${base}/popup/index.html`);
    const freed = await measureRemoval(page, quiet, Math.floor(size / 2));
    return { size, ...popup, typed, scan: median(scans), ...cold, bytesRatio: (stored / size - 1000) / (htmlBytes / size), freed: freed / (stored / 2), save };
  } finally {
    await browser.close();
  }
}

/**
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<number[]>}
 */
async function measureTyping(page, address) {
  const bench = await openBench(page, address);
  await page.waitForSelector('.shelf-list[aria-busy=false]');
  // What is looked for first brings the texts to hand.
  await bench('typeQuery', word(8));
  return (await bench('typeAlong', queries)).map(Number).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
}

/**
 * @param {Page} page
 * @param {string} address
 */
async function measureCold(page, address) {
  const times = [];
  for (const rank of [300, 1200, 5000]) {
    const bench = await openBench(page, address);
    await page.click('#tab-saved');
    await page.waitForSelector('[data-testid=search]');
    times.push(await bench('typeQuery', word(rank)));
  }
  return { coldFirst: median(times.map(({ first }) => first)), coldAll: median(times.map(({ all }) => all)) };
}

/**
 * @param {Page} page
 * @param {string} address
 * @param {number} count
 * @returns {Promise<number>} the bytes that came back
 */
async function measureRemoval(page, address, count) {
  const bench = await openBench(page, address);
  const before = await usage(page);
  await bench('removeOldest', count);
  return before - (await usage(page));
}

/**
 * Opens a page of the extension with the bench's part in it.
 *
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<(name: string, input: unknown) => Promise<any>>}
 */
async function openBench(page, address) {
  await page.goto(address);
  await page.evaluate(`${await bundleScript(script, 'jingduBench')}; globalThis.jingduBench = jingduBench.bench`);
  return (name, input) => page.evaluate(([call, argument]) => Reflect.get(globalThis, 'jingduBench')[/** @type {string} */ (call)](argument), [name, input]);
}

/**
 * What the library takes: the records as the browser counts them, and the database on the disk, once it has grown quiet.
 *
 * @param {Page} page
 * @returns {Promise<number>}
 */
async function usage(page) {
  let last = NaN;
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const bytes = await page.evaluate(async () => (await chrome.storage.local.getBytesInUse(null)) + ((await navigator.storage.estimate()).usage ?? 0));
    if (bytes === last) break;
    last = bytes;
    await page.waitForTimeout(2000);
  }
  return last;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser/launch-browser.mjs';
import { bundleScript } from '../extract/bundle.mjs';
import { compareFirstSaves, compareSaving } from './compare-saving.mjs';
import { measurePopup } from './popup.mjs';
import { scrollFrames } from './scrolling.mjs';
import { createProse, proseSeed } from './prose.mjs';

/**
 * @typedef {object} LibraryFigures of a library of one size; times in milliseconds.
 * @property {number} size
 * @property {number} popupRows from the load of the popup to the frame with its first rows
 * @property {number} popupHeap bytes of the popup's heap with its rows on screen
 * @property {number[]} typed from each key to the end of its search, once the texts are at hand; the least first
 * @property {number} typedWork of the page's own thread for a key, from the search to the rows on screen
 * @property {number} jerks frames that took longer than 50 ms while the whole list was scrolled past, of `scrollFrames`
 * @property {number} scan of the same texts for the same words in a plain loop, at the median
 * @property {number} coldFirst from the last key to the first hit, in a popup just opened
 * @property {number} coldAll from the last key to the last hit
 * @property {number} bytesRatio bytes of an article's records and texts, less 1 kB, to the UTF-8 bytes of its HTML
 * @property {number} diskRatio the same on the disk, with what the database has not cleaned up yet
 * @property {number} freed the part of their bytes that came back when half of the articles were removed
 * @property {number} freedDisk the same on the disk
 */

/** @typedef {LibraryFigures & import('./compare-saving.mjs').SavingFigures & { firstSave: number }} Figures `firstSave`: milliseconds of the first save since the browser's start */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./compare-saving.mjs').Bench} Bench */
/** @typedef {import('./compare-saving.mjs').OpenLibrary} OpenLibrary */

/**
 * @typedef {object} FullLibrary A library in a browser profile of its own.
 * @property {number} size
 * @property {string} profile folder of the profile
 * @property {number} htmlBytes UTF-8 bytes of the sanitised HTML of all articles
 * @property {{ records: number, disk: number }} taken bytes of the library
 */

const rounds = 3;
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
 * Measures libraries of these sizes.
 *
 * @param {string} extension
 * @param {number[]} sizes
 * @returns {Promise<Figures[]>}
 */
export async function measureLibraries(extension, sizes) {
  /** @type {FullLibrary[]} */
  const libraries = [];
  try {
    for (const size of sizes) libraries.push(await fillLibrary(extension, size));
    const start = () => Promise.all(libraries.map((library) => openLibrary(extension, library)));
    const firstSaves = await compareFirstSaves(start);
    const opened = await start();
    const savings = await compareSaving(opened);
    const measured = [];
    for (const [place, { browser, bench }] of opened.entries()) {
      const library = libraries[place];
      const saving = savings[place];
      if (library && saving) measured.push({ ...(await measureLibrary(library, { browser, bench })), ...saving, firstSave: firstSaves[place] ?? NaN });
      await browser.close();
    }
    return measured;
  } finally {
    for (const { profile } of libraries) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} extension
 * @param {number} size
 * @returns {Promise<FullLibrary>}
 */
async function fillLibrary(extension, size) {
  const profile = mkdtempSync(join(tmpdir(), 'jingdu-bench-'));
  const browser = await launchBrowser({ extension, profile });
  const bench = await openBench(browser.page, quietPage(browser));
  const before = await bytes(browser.page, bench);
  const htmlBytes = await bench('fill', size);
  const filled = await bytes(browser.page, bench);
  await browser.close();
  return { size, profile, htmlBytes, taken: { records: filled.records - before.records, disk: filled.disk - before.disk } };
}

/**
 * @param {string} extension
 * @param {FullLibrary} library
 * @returns {Promise<OpenLibrary>}
 */
async function openLibrary(extension, { profile }) {
  const browser = await launchBrowser({ extension, profile });
  return { browser, bench: await openBench(browser.page, quietPage(browser)) };
}

/**
 * @param {FullLibrary} library
 * @param {OpenLibrary} opened
 * @returns {Promise<LibraryFigures>}
 */
async function measureLibrary({ size, htmlBytes, taken }, { browser, bench }) {
  const { page } = browser;
  const base = `chrome-extension://${browser.extensionId}/src`;
  const scans = await bench('plainScan', { size, queries });
  const typing = await measureTyping(page, `${base}/library-page/index.html`);
  const jerks = await (await openBench(page, `${base}/library-page/index.html`))('scrollThrough', scrollFrames);
  const cold = await measureCold(page, `${base}/popup/index.html`);
  // Pages of one extension share a heap; the popup's shall be its own.
  await page.goto('about:blank');
  const popup = await measurePopup(browser, `${base}/popup/index.html`);
  const freed = await measureRemoval(page, quietPage(browser), Math.floor(size / 2));
  const ratio = (/** @type {number} */ stored) => (stored / size - 1000) / (htmlBytes / size);
  return {
    size, ...popup, ...typing, scan: median(scans), jerks, ...cold,
    bytesRatio: ratio(taken.records), diskRatio: ratio(taken.disk), freed: freed.records / (taken.records / 2), freedDisk: freed.disk / (taken.disk / 2),
  };
}

/**
 * A page of the extension that shows no list and has no script, so that nothing but what is measured is at work.
 *
 * @param {import('../browser/launch-browser.mjs').ExtendedBrowser} browser
 */
function quietPage({ extensionId }) {
  return `chrome-extension://${extensionId}/licenses.txt`;
}

/**
 * Types the queries one character after the other, several times, and takes the median time of each state of the field.
 *
 * @param {Page} page
 * @param {string} address
 */
async function measureTyping(page, address) {
  const bench = await openBench(page, address);
  await page.waitForSelector('.shelf-list[aria-busy=false]');
  // What is looked for first brings the texts to hand.
  await bench('typeQuery', word(8));
  const states = queries.flatMap((query) => Array.from(query, (_, end) => query.slice(0, end + 1)).filter((state) => state === query || !/[\s"]$/.test(state)));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await workOf(session);
  /** @type {number[][]} */
  const times = states.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, state] of states.entries()) {
      times[place]?.push((await bench('typeQuery', state)).all);
      // Nobody types faster, and what an answer still draws does not count for the next.
      await page.waitForTimeout(120);
    }
  }
  const work = ((await workOf(session)) - before) / (rounds * states.length);
  return { typed: times.map(median).sort((a, b) => a - b), typedWork: work };
}

/** @param {import('playwright-core').CDPSession} session */
async function workOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
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
 * @returns {Promise<{ records: number, disk: number }>} the bytes that came back
 */
async function measureRemoval(page, address, count) {
  const bench = await openBench(page, address);
  const before = await bytes(page, bench);
  await bench('removeOldest', count);
  const after = await bytes(page, bench);
  return { records: before.records - after.records, disk: before.disk - after.disk };
}

/**
 * Opens a page of the extension with the bench's part in it.
 *
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<Bench>}
 */
async function openBench(page, address) {
  await page.goto(address);
  await page.evaluate(`${await bundleScript(script, 'jingduBench')}; globalThis.jingduBench = jingduBench.bench`);
  return (name, input) => page.evaluate(([call, argument]) => Reflect.get(globalThis, 'jingduBench')[/** @type {string} */ (call)](argument), [name, input]);
}

/**
 * What the library takes, counted by its records and on the disk, once that has grown quiet.
 *
 * @param {Page} page
 * @param {Bench} bench
 */
async function bytes(page, bench) {
  let disk = NaN;
  for (let looks = 0; looks < 10; looks += 1) {
    const now = await page.evaluate(async () => (await chrome.storage.local.getBytesInUse(null)) + ((await navigator.storage.estimate()).usage ?? 0));
    if (now === disk) break;
    disk = now;
    await page.waitForTimeout(2000);
  }
  return { records: await bench('bytesOf'), disk };
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

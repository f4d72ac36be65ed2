// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { stopServiceWorker } from '../browser/service-worker.mjs';

/**
 * @typedef {object} SavingFigures of one library, in milliseconds, all medians.
 * @property {number} save of one more article, as a person saves: one now and then, while the worker sleeps
 * @property {number} awakeSave of one of many in a row
 * @property {number} leastSet of one number into the browser's store, directly behind that
 * @property {number} ownSave of one of many in a row, less the write of the number behind it
 * @property {number} longSave the same of an article ten times as long
 * @property {number} reprint of looking for a reprint among all, which a page asks for once an article is saved
 */

/** @typedef {(name: string, input?: unknown) => Promise<any>} Bench */
/** @typedef {{ browser: import('../browser/launch-browser.mjs').ExtendedBrowser, bench: Bench }} OpenLibrary a page with the bench's part in it, and its browser */
/** @typedef {import('./saving.mjs').Saving} Saving */

const rounds = { starts: 3, asleep: 15, awake: 40 };
const longer = 10;
/** So long behind the browser's start comes the first save: a person looks for something to read before. */
const timeToStart = 13_000;
/** Behind a save, until what it has set off is over. */
const timeToRest = 1000;

/**
 * Saves into each library as soon as its browser has started.
 *
 * @param {() => Promise<OpenLibrary[]>} start starts the browsers of all libraries
 * @returns {Promise<number[]>} milliseconds of each library's first save, the median of several starts
 */
export async function compareFirstSaves(start) {
  /** @type {Saving[][]} */
  const starts = [];
  for (let round = 0; round < rounds.starts; round += 1) {
    const libraries = await start();
    await pause(timeToStart);
    starts.push((await inTurn(libraries, 1, ({ bench }) => bench('saveOne', { name: `first-${round}`, times: 1 }))).flat());
    for (const { browser } of libraries) await browser.close();
  }
  return (starts[0] ?? []).map((_first, place) => median(starts.map((saves) => saves[place]?.save ?? NaN)));
}

/**
 * Saves into libraries in turn, so that whatever else the machine does meanwhile falls on all of them alike.
 *
 * @param {OpenLibrary[]} libraries
 * @returns {Promise<SavingFigures[]>} in the same order
 */
export async function compareSaving(libraries) {
  const asleep = await inTurn(libraries, rounds.asleep, async ({ browser, bench }, round) => {
    await pause(timeToRest);
    await stopServiceWorker(browser);
    return bench('saveOne', { name: `asleep-${round}`, times: 1 });
  });
  const awake = await inTurn(libraries, rounds.awake, ({ bench }, round) => bench('saveOne', { name: `awake-${round}`, times: 1 }));
  const long = await inTurn(libraries, rounds.awake, ({ bench }, round) => bench('saveOne', { name: `long-${round}`, times: longer }));
  return Promise.all(libraries.map(async ({ bench }, place) => ({
    save: medianOf(asleep[place], ({ save }) => save),
    awakeSave: medianOf(awake[place], ({ save }) => save),
    leastSet: medianOf(awake[place], ({ least }) => least),
    ownSave: medianOf(awake[place], ({ save, least }) => save - least),
    longSave: medianOf(long[place], ({ save, least }) => save - least),
    reprint: await bench('findReprints', awake[place]?.map(({ id }) => id)),
  })));
}

/**
 * Who comes first changes from round to round: behind a pause a processor is slower.
 *
 * @param {OpenLibrary[]} libraries
 * @param {number} count
 * @param {(library: OpenLibrary, round: number) => Promise<Saving>} run
 * @returns {Promise<Saving[][]>} of each library
 */
async function inTurn(libraries, count, run) {
  const trials = libraries.map((library) => ({ library, savings: /** @type {Saving[]} */ ([]) }));
  for (let round = 0; round < count; round += 1) {
    for (const { library, savings } of round % 2 === 0 ? trials : trials.toReversed()) savings.push(await run(library, round));
  }
  return trials.map(({ savings }) => savings);
}

/**
 * @param {Saving[] | undefined} savings
 * @param {(saving: Saving) => number} of
 */
function medianOf(savings = [], of) {
  return median(savings.map(of));
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

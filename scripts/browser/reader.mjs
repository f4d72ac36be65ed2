// @ts-check
import { findClosedShadow } from './closed-shadow.mjs';
import { waitUntil } from './wait-until.mjs';

/** The element under `<html>` in whose closed shadow root the reader stands. */
export const readerHost = 'jingdu-reader';

/**
 * Waits for the reader, or for the notice that says why there is none, until it has come to rest.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} [timeout] milliseconds
 * @returns {Promise<import('./closed-shadow.mjs').ClosedShadow>}
 */
export async function waitForReader(page, timeout) {
  const shadow = await waitUntil(
    async () => {
      const found = await findClosedShadow(page, readerHost);
      return (await found?.evaluate(isShown)) ? found : undefined;
    },
    'the reader',
    timeout,
  );
  await waitUntil(() => shadow.evaluate(isAtRest), 'the reader to come to rest');
  return shadow;
}

/**
 * Waits until nothing of the reader is on the page.
 *
 * @param {import('playwright-core').Page} page
 */
export async function waitForNoReader(page) {
  await waitUntil(() => page.evaluate((host) => document.querySelector(host) === null, readerHost), 'the reader to close');
}

/** @param {ShadowRoot} root */
function isShown(root) {
  return root.querySelector('[data-testid=body], [data-testid=notice]') !== null;
}

/** @param {ShadowRoot} root */
function isAtRest(root) {
  // An animation that follows the scrolling goes on for as long as there is something to scroll.
  const timed = root.getAnimations().filter((animation) => animation.timeline instanceof DocumentTimeline);
  return timed.every((animation) => animation.playState === 'finished');
}

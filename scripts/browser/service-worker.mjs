// @ts-check
import { openNestedSession } from './nested-session.mjs';
import { targets } from './toolbar.mjs';
import { waitUntil } from './wait-until.mjs';

/** @typedef {import('./launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

/**
 * Ends the extension's service worker, as the browser does whenever it likes.
 *
 * @param {ExtendedBrowser} browser
 */
export async function stopServiceWorker(browser) {
  const running = await findServiceWorker(browser);
  if (running === undefined) return;
  // One that is woken again at once keeps its target, as long as somebody is attached to it: only this tells that it has ended.
  const session = await openNestedSession(browser.devtools, running.targetId);
  await session.send('Inspector.enable');
  await browser.devtools.send('Target.closeTarget', { targetId: running.targetId });
  await waitUntil(() => session.hasCrashed() || !session.isOpen(), 'the service worker to end');
  if (session.isOpen()) await session.close();
}

/**
 * The target of the extension's service worker; undefined while it sleeps.
 *
 * @param {ExtendedBrowser} browser
 */
export async function findServiceWorker(browser) {
  const prefix = `chrome-extension://${browser.extensionId}/`;
  return (await targets(browser)).find((target) => target.type === 'service_worker' && target.url.startsWith(prefix));
}

/**
 * Runs a function in the extension's service worker, which must be awake.
 *
 * @template T, A
 * @param {ExtendedBrowser} browser
 * @param {(argument: A) => T | Promise<T>} run
 * @param {A} [argument]
 * @returns {Promise<T>}
 */
export async function evaluateInServiceWorker(browser, run, argument) {
  const worker = await waitUntil(() => findServiceWorker(browser), 'the service worker');
  const session = await openNestedSession(browser.devtools, worker.targetId);
  try {
    // One that is just being woken has its script's world before the browser's functions are in it.
    await waitUntil(() => session.evaluate(() => typeof chrome !== 'undefined'), 'the service worker to be ready');
    return await session.evaluate(run, argument);
  } finally {
    await session.close();
  }
}

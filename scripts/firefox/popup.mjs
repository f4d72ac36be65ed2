// @ts-check
import { waitUntil } from '../browser/wait-until.mjs';
import { closePopup, isPopupLoaded, isPopupOpen, openPopup, runInPopup } from './in-browser.mjs';

/**
 * @typedef {object} FirefoxPopup The extension's real popup.
 * @property {<T, A>(run: (window: Window, argument: A) => T | Promise<T>, argument?: A) => Promise<T>} evaluate
 * @property {(selector: string) => Promise<void>} waitFor
 * @property {(selector: string) => Promise<void>} click the first such element, once it is drawn
 * @property {() => Promise<void>} close
 */

/**
 * Opens the popup from the toolbar and waits until it is there.
 *
 * @param {import('./launch-firefox.mjs').Firefox} firefox
 * @returns {Promise<FirefoxPopup>}
 */
export async function openToolbarPopup(firefox) {
  await firefox.run('chrome', openPopup, firefox.extensionId);
  await waitUntil(() => firefox.run('chrome', isPopupLoaded), 'the popup');
  /** @type {FirefoxPopup['evaluate']} */
  const evaluate = (run, argument) => firefox.run('chrome', runInPopup, run.toString(), argument);
  // The first question may still be lost on the way to a page that is just being drawn; nothing is done by asking it again.
  await waitUntil(() => evaluate(isComplete).catch(() => false), 'the popup to load', 20_000);
  const waitFor = async (/** @type {string} */ selector) => {
    await waitUntil(() => evaluate(isDrawn, selector), `${selector} in the popup`);
  };
  return {
    evaluate,
    waitFor,
    click: async (selector) => {
      await waitFor(selector);
      await evaluate(clickFirst, selector);
    },
    close: async () => {
      await firefox.run('chrome', closePopup);
      await waitUntil(async () => !(await firefox.run('chrome', isPopupOpen)), 'the popup to close');
    },
  };
}

/** @param {Window} window */
function isComplete({ document }) {
  return document.readyState === 'complete';
}

/** @param {Window} window @param {string} selector */
function isDrawn({ document }, selector) {
  return [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
}

/** @param {Window} window @param {string} selector */
function clickFirst({ document }, selector) {
  const drawn = [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0);
  /** @type {HTMLElement | undefined} */ (drawn)?.click();
}

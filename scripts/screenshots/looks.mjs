// @ts-check
import { evaluateInServiceWorker } from '../browser/service-worker.mjs';

/** @typedef {import('../browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

/**
 * @typedef {object} Look
 * @property {string} name
 * @property {string} theme
 * @property {'light' | 'dark'} scheme what the system asks for
 */

/** The seven themes; the two that follow the system, in both of its schemes. @type {Look[]} */
export const looks = [
  ...['system', 'paper', 'white', 'sepia', 'dark', 'black', 'contrast'].map((theme) => ({ name: theme, theme, scheme: /** @type {const} */ ('light') })),
  ...['system', 'contrast'].map((theme) => ({ name: `${theme}-dark`, theme, scheme: /** @type {const} */ ('dark') })),
];

/** Widths of a phone, a tablet, a laptop and a desk, each with a height that goes with it. */
export const views = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/**
 * Puts on a look: what is open follows at once.
 *
 * @param {ExtendedBrowser} browser
 * @param {import('playwright-core').Page} page
 * @param {Look} look
 */
export async function putOn(browser, page, { theme, scheme }) {
  await page.emulateMedia({ colorScheme: scheme });
  await evaluateInServiceWorker(browser, (/** @type {string} */ chosen) => chrome.storage.sync.set({ 'setting:theme': chosen }), theme);
}

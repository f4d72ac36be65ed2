// @ts-check
import { join } from 'node:path';
import { pressShortcut } from '../browser/keyboard.mjs';
import { waitForNoReader, waitForReader } from '../browser/reader.mjs';
import { clickToolbarIcon } from '../browser/toolbar.mjs';
import { waitUntil } from '../browser/wait-until.mjs';

/** @typedef {import('../browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

/**
 * The four pictures of the README, all of the sample article: popup, reader in two themes, what is saved.
 *
 * @param {ExtendedBrowser} browser
 * @param {string} origin of the fixtures
 * @param {string} folder
 */
export async function drawReadme(browser, origin, folder) {
  await browser.page.goto(`${origin}/sample/page.html`);
  await drawPopup(browser, folder, 'page');
  await drawReader(browser, folder);
  await drawPopup(browser, folder, 'saved');
}

/**
 * @param {ExtendedBrowser} browser
 * @param {string} folder
 * @param {'page' | 'saved'} tab
 */
async function drawPopup(browser, folder, tab) {
  const popup = await clickToolbarIcon(browser);
  try {
    await popup.waitFor('[data-testid=title]');
    await popup.click(`[data-testid=tab-${tab}]`);
    if (tab === 'saved') await popup.waitFor('[data-testid=saved-open]');
    await popup.screenshot(join(folder, tab === 'page' ? 'popup.png' : 'saved.png'));
  } finally {
    await popup.close();
  }
}

/**
 * @param {ExtendedBrowser} browser
 * @param {string} folder
 */
async function drawReader({ page }, folder) {
  await pressShortcut(page, 'Alt+Shift+Y');
  const reader = await waitForReader(page);
  await page.screenshot({ path: join(folder, 'reader.png') });
  await reader.click('[data-testid=save]');
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=theme-dark]') !== null), 'the panel');
  await reader.click('label:has([data-testid=theme-dark])');
  await waitUntil(() => reader.evaluate((root) => [...root.querySelectorAll('.word')].every((word) => word.textContent === '' || getComputedStyle(word).visibility === 'hidden')), 'the word to go');
  await page.screenshot({ path: join(folder, 'reader-dark.png') });
  await reader.click('label:has([data-testid=theme-system])');
  await pressShortcut(page, 'Escape');
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
}

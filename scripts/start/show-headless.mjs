// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';
import { pressShortcut } from '../browser/keyboard.mjs';
import { waitForNoReader, waitForReader } from '../browser/reader.mjs';
import { clickToolbarIcon } from '../browser/toolbar.mjs';

/** @typedef {import('../browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

const folder = join(projectRoot, 'artifacts');

/**
 * Does without a display what a person would do with one: clicks the icon, presses the shortcut, and shows what came of it.
 *
 * @param {ExtendedBrowser} browser which shows the article
 */
export async function showHeadless(browser) {
  mkdirSync(folder, { recursive: true });
  const pictures = [await showPopup(browser), ...(await showReader(browser))];
  console.log(`\nPictures:\n${pictures.map((picture) => `  ${picture}`).join('\n')}`);
}

/** @param {ExtendedBrowser} browser */
async function showPopup(browser) {
  const popup = await clickToolbarIcon(browser);
  const picture = join(folder, 'popup.png');
  try {
    await popup.waitFor('[data-testid=title], [data-testid=message]');
    const lines = await popup.evaluate(readPopup);
    console.log(lines.join('\n'));
    await popup.screenshot(picture);
  } finally {
    await popup.close();
  }
  return picture;
}

/** Runs in the popup, and reads the tab that is shown. */
function readPopup() {
  const texts = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(`[role=tabpanel]:not([hidden]) :is(${selector})`)].map((element) => {
      const parts = [...element.childNodes].map((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim());
      return parts.filter((part) => part !== '').join('  ');
    });
  const title = texts('[data-testid=title], [data-testid=message]');
  const outline = texts('[data-testid=outline-item]').map((text) => `  ${text}`);
  const removals = texts('[data-testid=removals] li').map((text) => `  ${text}`);
  return [...title, '', 'Outline:', ...outline, '', 'Stripped:', ...removals];
}

/** @param {ExtendedBrowser} browser */
async function showReader({ page }) {
  await pressShortcut(page, 'Alt+Shift+Y');
  await waitForReader(page);
  const pictures = [];
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // or the picture shows the colours on their way
    const picture = join(folder, `reader-${colorScheme}.png`);
    await page.screenshot({ path: picture });
    pictures.push(picture);
  }
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
  return pictures;
}

// @ts-check
import { join } from 'node:path';
import { pressShortcut } from '../browser/keyboard.mjs';
import { waitForNoReader, waitForReader } from '../browser/reader.mjs';
import { clickToolbarIcon } from '../browser/toolbar.mjs';
import { waitUntil } from '../browser/wait-until.mjs';

/** @typedef {import('../browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

/** What stands in the library of the picture, the newest last; each is read as far as the key goes. */
const kept = [
  { name: 'exam-bold-leads', keys: ['j', 'j'] },
  { name: 'shape-interview', keys: [] },
  { name: 'exam-rhetorical-three', keys: ['j'] },
  { name: 'exam-mid-card', keys: ['End'] },
  { name: 'sspai', keys: [] },
  { name: 'shape-nested-numbering', keys: [] },
  { name: 'exam-number-bar', keys: ['j'] },
  { name: 'shape-rich-blocks', keys: ['j', 'j'] },
];

/**
 * The four pictures of the README: popup, reader in two themes, the library.
 *
 * @param {ExtendedBrowser} browser
 * @param {string} origin of the fixtures
 * @param {string} folder
 */
export async function drawReadme(browser, origin, folder) {
  const article = `${origin}/sample/page.html`;
  await browser.page.goto(article);
  await drawPopup(browser, folder);
  await drawReader(browser, folder);
  for (const { name, keys } of kept) await keep(browser, `${origin}/${name}/page.html`, keys);
  await keep(browser, article, ['j', 'j', 'j']);
  await drawLibrary(browser, folder);
}

/**
 * @param {ExtendedBrowser} browser
 * @param {string} folder
 */
async function drawPopup(browser, folder) {
  const popup = await clickToolbarIcon(browser);
  try {
    await popup.waitFor('[data-testid=open-here]');
    await popup.screenshot(join(folder, 'popup.png'));
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
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=theme-dark]') !== null), 'the panel');
  await reader.click('label:has([data-testid=theme-dark])');
  await waitUntil(() => reader.evaluate((root) => root.getAnimations().every((animation) => !(animation instanceof CSSTransition))), 'the colours to change');
  await page.screenshot({ path: join(folder, 'reader-dark.png') });
  await reader.click('label:has([data-testid=theme-system])');
  await pressShortcut(page, 'Escape');
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
}

/**
 * Saves an article and reads it a little.
 *
 * @param {ExtendedBrowser} browser
 * @param {string} address
 * @param {string[]} keys
 */
async function keep({ page }, address, keys) {
  await page.goto(address);
  await pressShortcut(page, 'Alt+Shift+Y');
  const reader = await waitForReader(page);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be saved');
  for (const key of keys) await page.keyboard.press(key);
  // How far one has read is known in the frame after the jump; nobody leaves within it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
}

/**
 * @param {ExtendedBrowser} browser
 * @param {string} folder
 */
async function drawLibrary(browser, folder) {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 800, height: 950 });
  await page.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  const rows = page.locator('[data-testid=saved-item]');
  for (const index of [0, 4]) await rows.nth(index).locator('[data-testid=row-star]').click();
  await tag(page, [0, 1], '供应链');
  await tag(page, [1, 3, 6], '待引用');
  await page.reload(); // without the offer to take the last change back
  await rows.first().waitFor();
  await page.mouse.move(0, 0);
  await page.locator('[data-testid=search]').blur();
  await page.waitForFunction(() => document.getAnimations().length === 0);
  await page.screenshot({ path: join(folder, 'library.png') });
  await page.close();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number[]} indices
 * @param {string} name
 */
async function tag(page, indices, name) {
  for (const index of indices) await page.locator('[data-testid=row-box]').nth(index).check();
  await page.fill('[data-testid=tag-input]', name);
  await page.keyboard.press('Enter');
  await page.locator(`.virtual .row-tag:text-is("${name}")`).nth(indices.length - 1).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-testid=tag-input]').waitFor({ state: 'detached' });
}

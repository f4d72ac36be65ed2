// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, projectRoot } from './bootstrap.mjs';
import { buildExtension, builtExtension } from './build-extension.mjs';

/** @typedef {import('./browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

// The pictures of the README: popup, reader in two themes, saved articles, all of the sample article.
installDependencies();
const folder = join(projectRoot, '.github/screenshots');
const extension = process.env['JINGDU_EXTENSION'] ?? builtExtension;
const { launchBrowser } = await import('./browser/launch-browser.mjs');
const { pressShortcut } = await import('./browser/keyboard.mjs');
const { waitForNoReader, waitForReader } = await import('./browser/reader.mjs');
const { serveFolder } = await import('./browser/static-server.mjs');
const { clickToolbarIcon } = await import('./browser/toolbar.mjs');
const { waitUntil } = await import('./browser/wait-until.mjs');

mkdirSync(folder, { recursive: true });
if (extension === builtExtension) await buildExtension({ quiet: true });
const site = await serveFolder(join(projectRoot, 'test/fixtures/sample'));
const browser = await launchBrowser({ extension, language: 'zh-CN', viewport: { width: 1280, height: 720 } });
try {
  await browser.page.goto(`${site.origin}/page.html`);
  await takePopup(browser, 'page');
  await takeReader(browser);
  await takePopup(browser, 'saved');
  console.log(`Pictures in ${folder}`);
} finally {
  await browser.close();
  await site.close();
}

/**
 * @param {ExtendedBrowser} browser
 * @param {'page' | 'saved'} tab
 */
async function takePopup(browser, tab) {
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

/** @param {ExtendedBrowser} browser */
async function takeReader({ page }) {
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

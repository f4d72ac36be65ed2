// @ts-check
import { join } from 'node:path';
import { pressShortcut } from '../browser/keyboard.mjs';
import { waitForNoReader, waitForReader } from '../browser/reader.mjs';
import { clickToolbarIcon } from '../browser/toolbar.mjs';
import { waitUntil } from '../browser/wait-until.mjs';
import { looks, putOn, views } from './looks.mjs';
import { openSurface, readerSurfaces } from './reader-surfaces.mjs';

/**
 * @typedef {import('../browser/launch-browser.mjs').ExtendedBrowser} ExtendedBrowser
 * @typedef {import('playwright-core').Page} Page
 */

/** Articles that are saved first, so that there is a library to show. */
const kept = ['exam-bold-leads', 'exam-mid-card', 'shape-interview', 'shape-rich-blocks', 'shape-english-essay', 'sample'];

/**
 * Every surface in every look at every width: `<surface>-<look>-<width>.png`. The popup has a width of its own.
 *
 * @param {ExtendedBrowser} browser
 * @param {string} origin of the fixtures
 * @param {string} folder
 */
export async function drawGrid(browser, origin, folder) {
  await browser.page.route(`${origin}/login`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><html lang="zh-CN"><title>登录</title><h1>登录</h1>' }));
  await browser.page.goto(`${origin}/login`);
  await drawPopup(browser, folder, emptyPopup);
  for (const name of kept) await save(browser.page, `${origin}/${name}/page.html`);
  await drawPopup(browser, folder, fullPopup);
  for (const surface of readerSurfaces) {
    const reader = await openSurface(browser.page, origin, surface);
    await drawPage({ browser, page: browser.page, folder, name: surface.name }, () => reader.evaluate(bringToSight, surface.sight));
    await browser.page.reload();
    await waitForNoReader(browser.page);
  }
  await drawExtensionPages(browser, folder);
}

/**
 * @param {Page} page
 * @param {string} address
 */
async function save(page, address) {
  await page.goto(address);
  await pressShortcut(page, 'Alt+Shift+Y');
  const reader = await waitForReader(page, 30_000);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be saved');
}

/**
 * @param {{ browser: ExtendedBrowser, page: Page, folder: string, name: string }} place
 * @param {() => Promise<void>} prepare
 */
async function drawPage({ browser, page, folder, name }, prepare) {
  for (const look of looks) {
    await putOn(browser, page, look);
    for (const view of views) {
      await page.setViewportSize(view);
      await prepare();
      await page.evaluate(nextFrame);
      await page.screenshot({ path: join(folder, `${name}-${look.name}-${view.width}.png`) });
    }
  }
}

/** @typedef {{ name: string, tab: 'page' | 'saved', sign: string }} PopupState `sign` is what tells that it is drawn */

/** On a page that is no article, with nothing saved yet. @type {PopupState[]} */
const emptyPopup = [
  { name: 'popup-none', tab: 'page', sign: '#panel-page [data-testid=message]' },
  { name: 'popup-empty', tab: 'saved', sign: '#panel-saved [data-testid=message]' },
];

/** @type {PopupState[]} */
const fullPopup = [
  { name: 'popup', tab: 'page', sign: '[data-testid=title]' },
  { name: 'popup-saved', tab: 'saved', sign: '[data-testid=saved-open]' },
];

/**
 * @param {ExtendedBrowser} browser
 * @param {string} folder
 * @param {PopupState[]} states
 */
async function drawPopup(browser, folder, states) {
  for (const look of looks) {
    await putOn(browser, browser.page, look);
    const popup = await clickToolbarIcon(browser);
    await popup.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: look.scheme }] });
    for (const { name, tab, sign } of states) {
      await popup.click(`[data-testid=tab-${tab}]`);
      await popup.waitFor(sign);
      await popup.screenshot(join(folder, `${name}-${look.name}.png`));
    }
    await popup.close();
  }
}

/**
 * @param {ExtendedBrowser} browser
 * @param {string} folder
 */
async function drawExtensionPages(browser, folder) {
  const page = await browser.context.newPage();
  const pages = `chrome-extension://${browser.extensionId}/src`;
  await page.goto(`${pages}/library-page/index.html`);
  await page.waitForSelector('[data-testid=saved-open]');
  await drawPage({ browser, page, folder, name: 'library' }, async () => undefined);
  const opened = browser.context.waitForEvent('page');
  await page.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  await drawPage({ browser, page: saved, folder, name: 'saved' }, async () => undefined);
  await saved.close();
  await page.goto(`${pages}/transfer/index.html`);
  await page.waitForSelector('h1');
  await drawPage({ browser, page, folder, name: 'transfer' }, async () => undefined);
  await page.close();
}

/** What follows a change of size is drawn in the frame after it. */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * @param {ShadowRoot} root
 * @param {string | undefined} selector
 */
function bringToSight(root, selector) {
  const scroller = root.querySelector('.reader');
  if (selector === undefined) scroller?.scrollTo(0, 0);
  else root.querySelector(selector)?.scrollIntoView({ block: 'center' });
}

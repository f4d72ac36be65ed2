// @ts-check
import { pressShortcut } from '../browser/keyboard.mjs';
import { waitForReader } from '../browser/reader.mjs';
import { waitUntil } from '../browser/wait-until.mjs';

/**
 * @typedef {import('../browser/closed-shadow.mjs').ClosedShadow} Root
 * @typedef {import('playwright-core').Page} Page
 */

/**
 * @typedef {object} Surface Something to be drawn in each look and width.
 * @property {string} name
 * @property {string} address below the fixtures
 * @property {(page: Page, reader: Root) => Promise<void>} [open] what is to be done once the reader is there
 * @property {string} [sight] a part of the reader that is brought to the middle for each picture
 */

/** @type {Surface[]} */
export const readerSurfaces = [
  { name: 'reader', address: 'sample/page.html' },
  { name: 'typography', address: 'sample/page.html', open: byKey('t', '[data-testid=typography]') },
  { name: 'outline', address: 'sample/page.html', open: byKey('o', '[data-drawer=true]') },
  { name: 'removals', address: 'sample/page.html', open: unfoldRemovals, sight: '.colophon' },
  { name: 'blocks', address: 'shape-rich-blocks/page.html', sight: '.body pre' },
  { name: 'notes', address: 'shape-rich-blocks/page.html', sight: '.body blockquote:not([data-standfirst])' },
];

/**
 * Opens the reader over a fixture, with what the surface shows.
 *
 * @param {Page} page
 * @param {string} origin
 * @param {Surface} surface
 */
export async function openSurface(page, origin, { address, open }) {
  await page.goto(`${origin}/${address}`);
  await pressShortcut(page, 'Alt+Shift+Y');
  const reader = await waitForReader(page, 30_000);
  await open?.(page, reader);
  return reader;
}

/**
 * @param {string} key
 * @param {string} result what is there once the key was heard
 * @returns {NonNullable<Surface['open']>}
 */
function byKey(key, result) {
  return async (page, reader) => {
    await page.keyboard.press(key);
    await waitUntil(() => reader.evaluate((root, selector) => root.querySelector(selector) !== null, result), result);
  };
}

/** @type {NonNullable<Surface['open']>} */
async function unfoldRemovals(_, reader) {
  await reader.evaluate((root) => root.querySelector('details[data-testid=removals]')?.setAttribute('open', ''));
}

// @ts-check
import { writeFileSync } from 'node:fs';
import { describeKey } from './keyboard.mjs';
import { openNestedSession } from './nested-session.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * @typedef {object} Popup The extension's real popup.
 * @property {<T, A>(run: (argument: A) => T | Promise<T>, argument?: A) => Promise<T>} evaluate
 * @property {(selector: string) => Promise<void>} waitFor
 * @property {(selector: string) => Promise<void>} click with the mouse, once the element is there
 * @property {(key: string) => Promise<void>} press
 * @property {(text: string) => Promise<void>} type
 * @property {(file: string) => Promise<void>} screenshot
 * @property {import('./nested-session.mjs').NestedSession['send']} send a command of the DevTools protocol
 * @property {() => boolean} isOpen
 * @property {() => Promise<void>} close
 */

/**
 * Attaches to an open popup, which no page event announces.
 *
 * @param {import('./launch-browser.mjs').ExtendedBrowser} browser
 * @param {string} targetId
 * @returns {Promise<Popup>}
 */
export async function attachPopup(browser, targetId) {
  const session = await openNestedSession(browser.devtools, targetId);
  const { evaluate } = session;
  /** @param {string} selector */
  const waitFor = async (selector) => {
    await waitUntil(() => evaluate(isDrawn, selector), `${selector} in the popup`);
  };
  /**
   * What closes the popup may leave no time for an answer.
   *
   * @param {string} method
   * @param {object} input
   */
  const lastSend = async (method, input) => {
    try {
      await session.send(method, input);
    } catch (error) {
      if (session.isOpen()) throw error;
    }
  };
  await waitUntil(() => evaluate(() => document.readyState === 'complete'), 'the popup to load');
  return {
    evaluate,
    waitFor,
    click: async (selector) => {
      await waitFor(selector);
      const point = await waitUntil(() => evaluate(restingCentreOf, selector), `${selector} to stand still`);
      await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...point, button: 'left', clickCount: 1 });
      await lastSend('Input.dispatchMouseEvent', { type: 'mouseReleased', ...point, button: 'left', clickCount: 1 });
    },
    press: async (key) => {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...describeKey(key) });
      await lastSend('Input.dispatchKeyEvent', { type: 'keyUp', ...describeKey(key) });
    },
    type: (text) => session.send('Input.insertText', { text }),
    screenshot: async (file) => {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      writeFileSync(file, data, 'base64');
    },
    send: session.send,
    isOpen: () => session.isOpen(),
    close: async () => {
      if (session.isOpen()) await browser.devtools.send('Target.closeTarget', { targetId });
      await waitUntil(() => !session.isOpen(), 'the popup to close');
    },
  };
}

/** @param {string} selector */
function isDrawn(selector) {
  return [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
}

/**
 * The middle of an element, where a person would click; undefined while it still moves.
 *
 * @param {string} selector
 */
async function restingCentreOf(selector) {
  const element = [...document.querySelectorAll(selector)].find((candidate) => candidate.getClientRects().length > 0);
  element?.scrollIntoView({ block: 'nearest' });
  const before = element?.getBoundingClientRect() ?? new DOMRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return x === before.x && y === before.y ? { x: x + width / 2, y: y + height / 2 } : undefined;
}

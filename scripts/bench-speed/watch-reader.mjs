import { waitUntil } from '../browser/wait-until.mjs';
import { pressShortcut } from '../browser/keyboard.mjs';
import { waitForNoReader } from '../browser/reader.mjs';

/**
 * Presses the shortcut and waits for the frame in which the reader's text is on the screen.
 *
 * The watch stands in the extension's own world in the page, which alone may look into the closed shadow root.
 *
 * @param {import('../browser/launch-browser.mjs').ExtendedBrowser} browser
 * @returns {Promise<{ host: number, painted: number }>} milliseconds from the key to the first node, and to the frame
 */
export async function timeReader(browser) {
  const world = await extensionWorld(browser);
  await world.evaluate(`(${watch.toString()})()`);
  const pressed = performance.timeOrigin + performance.now();
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  const seen = await waitUntil(() => world.evaluate('globalThis.readerSeen?.painted ? globalThis.readerSeen : undefined'), 'the reader to be painted', 60_000);
  await world.close();
  return { host: seen.host - pressed, painted: seen.painted - pressed };
}

/** Closes the reader again. */
export async function closeReader(browser) {
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
}

async function extensionWorld({ page, extensionId }) {
  const session = await page.context().newCDPSession(page);
  const contexts = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const world = await waitUntil(() => contexts.find(({ origin }) => origin === `chrome-extension://${extensionId}`), 'the extension in the page');
  return {
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId: world.id, expression, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: () => session.detach(),
  };
}

/** Sent to the page as text, and so uses nothing from around it. */
function watch() {
  const now = () => performance.timeOrigin + performance.now();
  const seen = { host: 0, painted: 0 };
  globalThis.readerSeen = seen;
  const observer = new MutationObserver(() => {
    const host = document.querySelector('jingdu-reader');
    if (host === null) return;
    observer.disconnect();
    seen.host = now();
    // The task after a frame comes when that frame has been handed over to be drawn.
    const look = () => {
      const drawn = chrome.dom.openOrClosedShadowRoot(host)?.querySelector('[data-testid=body]')?.getBoundingClientRect().height > 0;
      if (!drawn) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        seen.painted = now();
      };
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
  observer.observe(document.documentElement, { childList: true });
}

// @ts-check
import { chromium } from 'playwright-core';
import { requireBrowser } from '../browser/find-browser.mjs';
import { canSandbox, quietArguments } from '../browser/launch-browser.mjs';
import { waitUntil } from '../browser/wait-until.mjs';
import { within } from './within.mjs';

/** A page that has not loaded by then, with every request answered at once, never will. */
const loadLimit = 20_000;

/**
 * @typedef {object} SavedPage
 * @property {string} url the address that the page believes to have
 * @property {Buffer} bytes
 * @property {string} contentType
 */

/**
 * @typedef {object} PageHost One browser that shows saved pages, each under its own address.
 * @property {(page: SavedPage) => Promise<void>} show
 * @property {(script: string, call: string, limit: number) => Promise<any>} evaluate runs a script, then a call into it, beside the page that is shown
 * @property {() => Promise<void>} close
 */

/**
 * Opens a browser for saved pages. Nothing in them runs and nothing is fetched for them.
 *
 * @returns {Promise<PageHost>}
 */
export async function openPageHost() {
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    chromiumSandbox: canSandbox(),
    args: [...quietArguments, '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  /** @type {{ tab: Promise<Tab> | undefined }} */
  const state = { tab: undefined };
  /** @template T @param {(tab: Tab) => Promise<T>} act @returns {Promise<T>} */
  const withTab = async (act) => {
    const tab = await (state.tab ??= openTab(context));
    try {
      return await act(tab);
    } catch (error) {
      // After any failure the tab may be frozen or crashed: the next page gets a new one.
      state.tab = undefined;
      tab.abandon();
      throw error;
    }
  };
  return {
    show: (page) => withTab((tab) => within(tab.show(page), loadLimit, 'loading')),
    // The browser ends an endless script by itself; the outer limit is for a page that no longer answers at all.
    evaluate: (script, call, limit) => withTab((tab) => within(tab.evaluate(script, call, limit), limit + 5_000, 'extraction')),
    close: () => browser.close(),
  };
}

/** @typedef {Awaited<ReturnType<typeof openTab>>} Tab */

/** @param {import('playwright-core').BrowserContext} context */
async function openTab(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  /** @type {{ pending: SavedPage | undefined, loaded: string }} */
  const state = { pending: undefined, loaded: '' };
  session.on('Page.lifecycleEvent', (event) => {
    if (event.name === 'load' && event.frameId === frameId) state.loaded = event.loaderId;
  });
  session.on('Fetch.requestPaused', (event) => {
    const isPending = event.frameId === frameId && event.resourceType === 'Document' && event.request.url === withoutFragment(state.pending?.url);
    const saved = isPending ? state.pending : undefined;
    if (isPending) state.pending = undefined;
    // A request that has meanwhile been cancelled needs no answer, and a closed tab can take none.
    void answer(session, event.requestId, saved).catch(() => undefined);
  });
  return {
    /** @param {SavedPage} saved */
    show: async (saved) => {
      // In between, because a second address that differs in its fragment alone would load nothing.
      await page.goto('about:blank');
      state.pending = saved;
      const { loaderId, errorText } = await session.send('Page.navigate', { url: saved.url });
      if (errorText) throw new Error(`loading failed: ${errorText}`);
      await waitUntil(() => state.loaded === loaderId, 'the page to load', loadLimit);
    },
    /** @param {string} script @param {string} call @param {number} limit */
    evaluate: async (script, call, limit) => {
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'jingdu' });
      await session.send('Runtime.evaluate', { contextId, expression: script });
      const question = { contextId, expression: call, returnByValue: true, timeout: limit };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', question).catch((cause) => {
        throw /terminated/.test(String(cause)) ? new Error(`extraction took longer than ${limit / 1000} s`, { cause }) : cause;
      });
      if (exceptionDetails) throw new Error(describe(exceptionDetails));
      return result.value;
    },
    abandon: () => {
      // A frozen tab closes late or with the browser; nothing waits for it.
      void page.close().catch(() => undefined);
    },
  };
}

/**
 * @param {import('playwright-core').CDPSession} session
 * @param {string} requestId
 * @param {SavedPage | undefined} saved
 */
function answer(session, requestId, saved) {
  if (saved === undefined) return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: saved.contentType },
      // Rather than scripting switched off, which would make the parser open every <noscript>, as it does in no reader's browser.
      { name: 'Content-Security-Policy', value: "script-src 'none'" },
    ],
    body: saved.bytes.toString('base64'),
  });
}

/** @param {string | undefined} url */
function withoutFragment(url) {
  return url === undefined ? undefined : new URL(url).href.replace(/#.*$/, '');
}

/** @param {{ text: string, exception?: { description?: string } }} details */
function describe(details) {
  return details.exception?.description?.split('\n')[0] ?? details.text;
}

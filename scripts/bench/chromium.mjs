import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Longest that one page may keep an engine busy before it counts as hung, in milliseconds. */
const patience = 60_000;

/**
 * What the document itself is told: no script, no picture, no request of its own, in the renderer.
 * Unlike switching JavaScript off it leaves the parser as readers have it, with `<noscript>` as text.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** Opens a browser that reaches nothing, and gives a function that opens a saved page in it under its own address. */
export async function openChromium() {
  const executablePath = process.env.CHROME_PATH ?? usualPlaces.find(existsSync);
  if (executablePath === undefined) throw new Error('No Chromium found: install it, or name one in CHROME_PATH.');
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--no-first-run'],
  });
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  return { openPage: (saved, script) => openPage({ page, session }, saved, script), close: () => browser.close() };
}

/** Loads one page and puts the script into an isolated world beside it; the function returned evaluates there. */
async function openPage({ page, session }, { file, url }, script) {
  await serveOnly(session, url, readFileSync(file));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'bench' });
  const evaluate = (expression) => evaluateIn(session, world.executionContextId, expression);
  await evaluate(`${script};0`);
  return evaluate;
}

/** Answers the address with the page, once, and nothing else with anything. */
async function serveOnly(session, url, content) {
  session.removeAllListeners('Fetch.requestPaused');
  const target = withoutFragment(url);
  let served = false;
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isPage = !served && request.url === target;
    served ||= isPage;
    const answer = isPage
      ? session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders: headers, body: content.toString('base64') })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    answer.catch((error) => console.warn(`${url}: ${error.message}`));
  });
}

const headers = [
  { name: 'content-type', value: 'text/html; charset=utf-8' },
  { name: 'content-security-policy', value: policy },
];

async function evaluateIn(session, contextId, expression) {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true, timeout: patience });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function withoutFragment(url) {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

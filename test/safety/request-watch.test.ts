import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { openNestedSession } from '../../scripts/browser/nested-session.mjs';
import { findServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from '../e2e/browser.ts';
import { openReader, startBrowser } from '../e2e/browser.ts';
import { articlePage } from '../e2e/site.ts';
import type { RecordingSite } from './recording-site.ts';
import { recordingSite } from './recording-site.ts';

let browser: Browser;
let site: RecordingSite;
const asked: string[] = [];

beforeAll(async () => {
  site = await recordingSite({ '/article': articlePage('渠道商搬家以后', '<figure><img src="/shown.svg" alt="图一"></figure>') });
  browser = await startBrowser();
  browser.context.on('request', (request) => asked.push(request.url()));
  await recordServiceWorker();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('from the page to the reader, the library and back, nothing is asked for but what the page itself asks for', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/article`);
  const reader = await openReader(page);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be kept');
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
  const popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(new Set(site.takeRequests())).toEqual(new Set(['/article', '/shown.svg']));
  const elsewhere = asked.filter((address) => !/^(chrome-extension|data|blob):/.test(address) && !address.startsWith(site.origin));
  expect(elsewhere).toEqual([]);
});

test('every end-to-end test fails where another computer is asked for something', async () => {
  const other = await startBrowser();
  await other.page.goto('https://nobody.invalid/').catch(() => undefined);
  await expect(other.close()).rejects.toThrow('nobody.invalid');
});

/** The background's own requests, which no page announces. */
async function recordServiceWorker(): Promise<void> {
  const worker = await waitUntil(() => findServiceWorker(browser), 'the service worker');
  const session = await openNestedSession(browser.devtools, worker.targetId);
  await session.send('Network.enable');
  browser.devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as { method?: string; params?: { request?: { url: string } } };
    if (method === 'Network.requestWillBeSent' && params?.request) asked.push(params.request.url);
  });
}

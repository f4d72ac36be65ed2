import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { readerHost, waitForNoReader, waitForReader } from '../../scripts/browser/reader.mjs';
import { evaluateInServiceWorker, findServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser } from '../e2e/browser.ts';
import { extension, openReader, snapshot, startBrowser, textsOf } from '../e2e/browser.ts';
import type { Site } from '../e2e/site.ts';
import { articlePage, serveSite } from '../e2e/site.ts';

const title = '渠道商搬家以后';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/article': articlePage(title) });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('a reader whose extension was updated under it says so when it should save, and still closes', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/article`);
  const before = await snapshot(page);
  const reader = await openReader(page);
  await updateExtension();
  await reader.click('[data-testid=save]');
  await waitUntil(async () => (await textsOf(reader, 'save-status')).join('').includes(english.saveFailedLeftBehind.message), 'the word that nothing was saved');
  expect(await textsOf(reader, 'title')).toEqual([title]);
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
  expect(await snapshot(page)).toEqual(before);
});

test('the updated extension reads the page anew, and what the old one left there goes', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/article`);
  const before = await snapshot(page);
  await openReader(page);
  await updateExtension();
  await page.evaluate((host) => document.querySelector(host)?.setAttribute('data-old', ''), readerHost);
  await pressShortcut(page, 'Alt+Shift+Y');
  await waitUntil(() => page.evaluate((host) => document.querySelector(`${host}:not([data-old])`) !== null, readerHost), 'the new reader');
  expect(await page.locator(readerHost).count()).toBe(1);
  const reader = await waitForReader(page);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be kept');
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
  expect(await snapshot(page)).toEqual(before);
});

/** Loads the extension again, as an update does, and waits until its shortcuts are there. */
async function updateExtension(): Promise<void> {
  const old = await findServiceWorker(browser);
  await browser.devtools.send('Extensions.loadUnpacked', { path: resolve(extension) });
  await waitUntil(async () => {
    const worker = await findServiceWorker(browser);
    return worker !== undefined && worker.targetId !== old?.targetId;
  }, 'the updated extension');
  await waitUntil(() => evaluateInServiceWorker(browser, async () => 'chrome' in globalThis && (await chrome.commands.getAll()).length > 0), 'the updated extension’s shortcuts');
}

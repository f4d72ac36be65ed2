import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Browser } from '../e2e/browser.ts';
import { snapshot, startBrowser } from '../e2e/browser.ts';
import { articlePage } from '../e2e/site.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import type { RecordingSite } from './recording-site.ts';
import { recordingSite } from './recording-site.ts';
import { keepArticle, openOwnPage } from './saved-articles.ts';

let browser: Browser;
let site: RecordingSite;
let ownPage: Page;

beforeAll(async () => {
  site = await recordingSite({ '/article': articlePage('渠道商搬家以后') });
  browser = await startBrowser();
  ownPage = await openOwnPage(browser);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('a page can drive nothing by messages and events of its own', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/article`);
  await page.bringToFront();
  const before = await snapshot(page);
  const canReach = await page.evaluate((article) => {
    const envelopes = ['toggleReader', 'extract', 'saveArticle', 'injectReader', 'openSaved'].flatMap((type) => ['page', 'background'].map((to) => ({ to, type, input: { article, force: true, tabId: 1, id: 'x' } })));
    for (const envelope of envelopes) {
      window.postMessage(envelope, '*');
      for (const target of [window, document, document.documentElement]) {
        target.dispatchEvent(new CustomEvent(envelope.type, { detail: envelope, bubbles: true }));
        target.dispatchEvent(new CustomEvent('jingdu', { detail: envelope, bubbles: true }));
      }
    }
    for (const key of ['y', 's']) document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
    return typeof chrome.runtime?.sendMessage;
  }, sampleArticle());
  await pause(500);
  expect(canReach).toBe('undefined');
  expect(await snapshot(page)).toEqual(before);
  expect(await storedKeys()).toEqual([]);
});

const forged: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['a text', 'saveArticle'],
  ['a list', ['background', 'saveArticle']],
  ['no input', { to: 'background', type: 'saveArticle' }],
  ['a type of the prototype', { to: 'background', type: 'constructor', input: {} }],
  ['__proto__ as type', { to: 'background', type: '__proto__', input: {} }],
  ['toString as type', { to: 'background', type: 'toString', input: {} }],
  ['an article that is a list', { to: 'background', type: 'saveArticle', input: { article: [] } }],
  ['an article without fields', { to: 'background', type: 'saveArticle', input: { article: {} } }],
  ['a number for a title', { to: 'background', type: 'saveArticle', input: { article: { ...sampleArticle(), title: 7 } } }],
  ['a script for an address', { to: 'background', type: 'saveArticle', input: { article: { ...sampleArticle(), url: 'javascript:alert(1)' } } }],
  ['a text for a tab', { to: 'background', type: 'injectReader', input: { tabId: '1' } }],
  ['a list for an id', { to: 'background', type: 'openSaved', input: { id: ['x'] } }],
];

test.each(forged)('%s is refused, and nothing is kept', async (_name, message) => {
  await ownPage.evaluate(async (sent) => chrome.runtime.sendMessage(sent).catch(() => undefined), message);
  expect(await storedKeys()).toEqual([]);
});

test('an article with __proto__ in it pollutes nothing', async () => {
  const polluted = await ownPage.evaluate(async (article) => {
    const hostile: unknown = JSON.parse(JSON.stringify(article).replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'));
    await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: hostile } });
    return ({} as { polluted?: boolean }).polluted ?? false;
  }, sampleArticle());
  expect(polluted).toBe(false);
});

test('a whole article is kept, so the store would have shown the others', async () => {
  await keepArticle(ownPage, sampleArticle());
  expect(await storedKeys()).not.toEqual([]);
});

function storedKeys(): Promise<string[]> {
  return ownPage.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => /^(article|meta):/.test(key)));
}

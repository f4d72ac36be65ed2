import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import type { Browser } from '../e2e/browser.ts';
import { openReader, snapshot, startBrowser } from '../e2e/browser.ts';
import { articlePage } from '../e2e/site.ts';
import { malformed, messageKinds } from '../messages/message-kinds.ts';
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
  const canReach = await page.evaluate(([article, types]) => {
    const channel = new BroadcastChannel('jingdu');
    const envelopes = types.flatMap((type) => ['page', 'background'].map((to) => ({ to, type, input: { article, force: true, tabId: 1, id: 'x', url: location.href, site: location.host, group: 'reward', keep: true } })));
    for (const envelope of envelopes) {
      window.postMessage(envelope, '*');
      channel.postMessage(envelope);
      new MessageChannel().port1.postMessage(envelope);
      for (const target of [window, document, document.documentElement]) {
        target.dispatchEvent(new CustomEvent(envelope.type, { detail: envelope, bubbles: true }));
        target.dispatchEvent(new CustomEvent('jingdu', { detail: envelope, bubbles: true }));
      }
    }
    for (const key of ['y', 's']) document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
    return typeof chrome.runtime?.sendMessage;
  }, [sampleArticle(), messageKinds.map(({ type }) => type)] as const);
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

const backgroundKinds = messageKinds.filter(({ to }) => to === 'background');

test.each(backgroundKinds.map((kind) => [kind.type, kind] as const))('%s, malformed in every way there is, is refused, and all is as it was', async (type, kind) => {
  const before = await stateOf();
  const inputs = malformed(kind).map(([, input]) => JSON.stringify(input));
  const heard = await ownPage.evaluate(async ([name, sent]) => {
    const replies = await Promise.all(sent.map((input) => chrome.runtime.sendMessage<unknown, { ok?: boolean } | undefined>({ to: 'background', type: name, input: JSON.parse(input) as unknown }).catch(() => undefined)));
    return replies.map((reply) => reply?.ok ?? 'not answered').filter((ok) => ok !== false);
  }, [type, inputs] as const);
  expect(heard).toEqual([]);
  expect(await stateOf()).toEqual(before);
  console.info(`${type}: ${inputs.length} tried, ${inputs.length - heard.length} held`);
});

test('a script of ours in a page, broken into, cannot send what is for our own pages, and the page itself can send nothing', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/article`);
  await openReader(page);
  await waitUntil(isPlaceKept, 'the reading place, which the reader keeps of itself');
  const before = await stateOf();
  const inOurScript = await worldOfScript(page);
  const heard: string[] = [];
  for (const { to, type, input } of messageKinds.filter(({ fromPages }) => !fromPages)) {
    const reply = await inOurScript(`chrome.runtime.sendMessage(${JSON.stringify({ to, type, input })}).then((reply) => reply?.ok ?? false, () => false)`);
    if (reply !== false) heard.push(type);
  }
  expect(heard).toEqual([]);
  expect(await inOurScript(`chrome.runtime.sendMessage(${JSON.stringify({ to: 'background', type: 'isSaved', input: { url: 'https://example.com/none' } })}).then(({ output }) => output)`)).toBe(false);
  expect(await stateOf()).toEqual(before);
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
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

function isPlaceKept(): Promise<boolean> {
  return ownPage.evaluate(async () => Object.values(await chrome.storage.local.get(null)).some((record) => (record as { anchorText?: string } | null)?.anchorText !== undefined));
}

/** All that messages could change: what is stored, and which tabs are open. */
function stateOf(): Promise<unknown> {
  return ownPage.evaluate(async () => [await chrome.storage.local.get(null), await chrome.storage.session.get(null), (await chrome.tabs.query({})).map(({ id, url, active }) => [id, url, active])]);
}

/** Runs an expression where our script in a page runs. */
async function worldOfScript(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (origin.startsWith(`chrome-extension://${browser.extensionId}`)) resolve(id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await found;
  return async (expression) => (await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true })).result.value as unknown;
}

function storedKeys(): Promise<string[]> {
  return ownPage.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => /^[ai]:/.test(key)));
}

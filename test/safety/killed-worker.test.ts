import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { waitForNoReader, waitForReader } from '../../scripts/browser/reader.mjs';
import { stopServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser, Shadow } from '../e2e/browser.ts';
import { openReader, startBrowser, textsOf, tooltipOf } from '../e2e/browser.ts';
import type { Site } from '../e2e/site.ts';
import { articlePage, serveSite } from '../e2e/site.ts';
import { killOnceHeard } from './killed-worker.ts';
import { openOwnPage } from './saved-articles.ts';

// Each flow twice: with the worker ended before it is asked, and ended once it has heard, before it has answered.
const moments = ['before it hears', 'once it has heard'] as const;
type Moment = (typeof moments)[number];

const title = '渠道商搬家以后';
const savedInPopup = ':is([data-testid=save][data-state=kept], [data-testid=save][data-state=saved])';
const address = (path: string): string => `${site.origin}${path}`;
let browser: Browser;
let site: Site;
let ownPage: Page;
let popup: Popup | undefined;

beforeAll(async () => {
  const page = articlePage(title, '<p>关注公众号“渠道观察”，第一时间看到更新。</p>');
  site = await serveSite({ '/article': page, '/reprint': page });
  browser = await startBrowser();
  ownPage = await openOwnPage(browser);
});

beforeEach(async () => {
  await ownPage.evaluate(async () => {
    await chrome.storage.local.clear();
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  await browser.page.bringToFront();
  await browser.page.goto(address('/article'));
});

afterEach(async () => {
  await popup?.close();
  popup = undefined;
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(moments)('the worker is ended %s', (moment) => {
  test.each(['isSaved', 'annotationsAt', 'keptKinds', 'readingPlace'])('while the reader opens: %s', async (kind) => {
    await saveByKey();
    await keepPlace();
    await during(moment, { message: kind }, () => pressShortcut(browser.page, 'Alt+Shift+Y'));
    const reader = await waitForReader(browser.page, 30_000);
    expect(await textsOf(reader, 'title')).toEqual([title]);
    await isShownSaved(reader);
    await shows(reader, '[data-testid=place-offer]');
    await closeReader();
  });

  test.each(['saveArticle', 'keepPictures', 'findReprint'])('while the reader saves: %s', async (kind) => {
    const reader = await openReader(browser.page);
    await during(moment, { message: kind }, () => reader.click('[data-testid=save]'));
    await isShownSaved(reader);
    await waitUntil(async () => (await textsOf(reader, 'save-status')).join('') !== '', 'a word that it is saved');
    expect(await savedAddresses()).toEqual([address('/article')]);
    await closeReader();
  });

  test('while a place in the text is kept', async () => {
    const reader = await openReader(browser.page);
    await during(moment, { message: 'keepReadingPlace' }, () => reader.evaluate((root) => root.querySelector('[data-testid=body] p:nth-of-type(8)')?.scrollIntoView()));
    await waitUntil(async () => (await keysLike('p')).length === 1, 'the place to be kept');
    await closeReader();
  });

  test('while a kind of what was removed is wished for', async () => {
    const reader = await openReader(browser.page);
    await reader.evaluate((root) => root.querySelector('details')?.setAttribute('open', ''));
    await during(moment, { message: 'keepKind' }, () => reader.click('[data-testid=keep-kind]'));
    await waitUntil(async () => (await keysLike('kept-kinds')).length === 1, 'the wish to be kept');
    await closeReader();
  });

  test('while words are marked, and the mark is taken away', async () => {
    await saveByKey();
    const reader = await openReader(browser.page);
    await selectWords(reader);
    await during(moment, { message: 'keepAnnotation' }, () => reader.click('[data-testid=colour-green]'));
    await waitUntil(async () => (await keysLike('n')).length === 1, 'the mark to be kept');
    await shows(reader, 'mark[data-annotation]');
    await reader.click('mark[data-annotation]');
    await shows(reader, '[data-testid=annotation-editor]');
    await during(moment, { message: 'dropAnnotation' }, () => reader.click('[data-testid=annotation-remove]'));
    await waitUntil(async () => (await keysLike('n')).length === 0, 'the mark to go');
    await pressShortcut(browser.page, 'Escape');
    await closeReader();
  });

  test.each(['openReprint', 'replaceReprint'] as const)('while the reader answers for a reprint: %s', async (kind) => {
    await saveByKey();
    await browser.page.goto(address('/reprint'));
    const reader = await openReader(browser.page);
    await reader.click('[data-testid=save]');
    await shows(reader, '[data-testid=reprint-replace]');
    if (kind === 'replaceReprint') {
      await during(moment, { message: kind }, () => reader.click('[data-testid=reprint-replace]'));
      await shows(reader, '[data-testid=reprint][data-state=replaced]');
    } else {
      const opened = browser.context.waitForEvent('page');
      await during(moment, { message: kind }, () => reader.click('[data-testid=reprint-open]'));
      const saved = await opened;
      await saved.waitForSelector('[data-testid=body]');
      await saved.close();
    }
    expect((await savedAddresses()).sort()).toEqual([address('/article'), address('/reprint')]);
    await browser.page.bringToFront();
    await closeReader();
  });

  test.each(['injectReader', 'isSaved'])('while the popup reads the page: %s', async (kind) => {
    await saveByKey();
    await during(moment, { message: kind }, async () => (popup = await clickToolbarIcon(browser)));
    await popup?.waitFor(savedInPopup);
  });

  test.each(['saveArticle', 'keepPictures', 'findReprint'])('while the popup saves: %s', async (kind) => {
    popup = await clickToolbarIcon(browser);
    await during(moment, { message: kind }, async () => popup?.click('[data-testid=save]'));
    await popup.waitFor(savedInPopup);
    expect(await savedAddresses()).toEqual([address('/article')]);
  });

  test('while the popup opens a saved article', async () => {
    await saveByKey();
    popup = await clickToolbarIcon(browser);
    await popup.click('[data-testid=tab-saved]');
    await popup.waitFor('[data-testid=saved-open]');
    const opened = browser.context.waitForEvent('page');
    await during(moment, { message: 'openSaved' }, async () => popup?.click('[data-testid=saved-open]'));
    const saved = await opened;
    await saved.waitForSelector('[data-testid=body]');
    await waitUntil(() => popup?.isOpen() === false, 'the popup to close');
    expect(browser.context.pages().filter((page) => page.url().includes('reader/index.html'))).toHaveLength(1);
    await saved.close();
  });

  test('while a page says that it is an article', async () => {
    await browser.page.goto('about:blank');
    await during(moment, { message: 'pageDetected' }, () => browser.page.goto(address('/article')));
    await saveNothing();
    await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the icon to say so');
  });
});

test('a key whose command was cut off does what it should, at the latest when it is pressed again', async () => {
  await killOnceHeard(browser, { command: 'save-article' }, () => pressShortcut(browser.page, 'Alt+Shift+S'));
  await saveByKey();
  await killOnceHeard(browser, { command: 'toggle-reader' }, () => pressShortcut(browser.page, 'Alt+Shift+Y'));
  // The browser may hand the command to the worker that comes next.
  const reader = await waitForReader(browser.page, 5_000).catch(() => openReader(browser.page));
  await isShownSaved(reader);
  await closeReader();
});

test('a key wakes the worker', async () => {
  await stopServiceWorker(browser);
  await saveByKey();
  await stopServiceWorker(browser);
  await openReader(browser.page);
  await stopServiceWorker(browser);
  await closeReader();
});

async function during(moment: Moment, heard: { message: string }, deed: () => Promise<unknown>): Promise<void> {
  if (moment === 'once it has heard') return killOnceHeard(browser, heard, deed);
  await stopServiceWorker(browser);
  await deed();
}

async function saveByKey(): Promise<void> {
  await pressShortcut(browser.page, 'Alt+Shift+S');
  await waitUntil(async () => (await savedAddresses()).length === 1, 'the article to be kept');
}

/** Wakes the worker, so that it can be asked what the icon says. */
async function saveNothing(): Promise<void> {
  await ownPage.evaluate(() => chrome.runtime.sendMessage({ to: 'background', type: 'isSaved', input: { url: 'https://example.com/none' } }));
}

async function keepPlace(): Promise<void> {
  const anchorText = await browser.page.evaluate(() => (document.querySelectorAll('p')[7]?.textContent ?? '').slice(0, 80));
  await ownPage.evaluate((input) => chrome.runtime.sendMessage({ to: 'background', type: 'keepReadingPlace', input }), { url: address('/article'), fraction: 0.6, anchorText });
}

function isShownSaved(reader: Shadow): Promise<unknown> {
  return shows(reader, '[data-testid=save][data-on=true]');
}

function shows(reader: Shadow, selector: string): Promise<unknown> {
  return waitUntil(() => reader.evaluate((root, wanted) => root.querySelector(wanted) !== null, selector), selector);
}

async function closeReader(): Promise<void> {
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
}

function keysLike(name: string): Promise<string[]> {
  return ownPage.evaluate(async (prefix) => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(`${prefix}:`)), name);
}

function savedAddresses(): Promise<string[]> {
  return ownPage.evaluate(async () => Object.entries(await chrome.storage.local.get<Record<string, { entry?: { url: string } }>>(null)).filter(([key]) => key.startsWith('i:')).map(([, record]) => record.entry?.url ?? ''));
}

/** Drags over words of the first paragraph, as a person does. */
async function selectWords(reader: Shadow): Promise<void> {
  const { page } = browser;
  const at = await reader.evaluate((root) => {
    const range = document.createRange();
    const text = root.querySelector('[data-testid=body] p')?.firstChild;
    if (!text) throw new Error('no text');
    range.setStart(text, 2);
    range.setEnd(text, 12);
    const box = range.getBoundingClientRect();
    return { left: box.left, right: box.right, middle: box.top + box.height / 2 };
  });
  await page.mouse.move(at.left + 1, at.middle);
  await page.mouse.down();
  await page.mouse.move((at.left + at.right) / 2, at.middle, { steps: 4 });
  await page.mouse.move(at.right, at.middle, { steps: 4 });
  await page.mouse.up();
  await shows(reader, '[data-testid=selection-bar]');
}

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { waitForNoReader, waitForReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon, targets } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser } from './browser.ts';
import { openReader, snapshot, startBrowser, textsOf, tooltipOf } from './browser.ts';
import type { PictureSite } from './picture-site.ts';
import { pictureSite, png } from './picture-site.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// The browser's own setting "Site access: on click": nothing of the extension runs in a page before a person asks.
const title = '渠道商搬家以后';
let browser: Browser;
let site: Site;
let pictures: PictureSite;
let ownPage: Page;
let popup: Popup | undefined;

beforeAll(async () => {
  pictures = await pictureSite({ '/a.png': png(1) }, { 'Access-Control-Allow-Origin': '*' });
  const figure = `<figure><img src="${pictures.origin}/a.png" alt="甲" width="240" height="240"></figure>`;
  site = await serveSite({ '/article': articlePage(title, figure), '/second': articlePage('写在后面的文章') });
  browser = await startBrowser();
  ownPage = await browser.context.newPage();
  await ownPage.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  await browser.page.bringToFront();
});

afterEach(async () => {
  await popup?.close();
  popup = undefined;
});

afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), pictures.close()]);
});

test('with access to all sites a page is noticed; with access on click no script of ours is let in', async () => {
  await load('/article');
  await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the article to be noticed');
  expect(await setAccessOnClick()).toEqual([false, false]);
  await load('/second');
  expect(await injectUnasked()).toMatch(/access|permission/i);
  expect(await tooltipOf(browser)).toBe(english.actionTitle.message);
});

test('a click on the icon lets the page be noticed once it is loaded anew, the next one reads it, saves it with its pictures and opens the reader', async () => {
  await load('/article');
  // The browser's own way: where scripts of ours were kept out, a click lets them in and asks to load the page anew, which is a button of its own.
  await clickIconAlone();
  await browser.page.reload();
  await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the article to be noticed');
  popup = await clickToolbarIcon(browser);
  await popup.waitFor('[data-testid=title]');
  expect(await popup.evaluate(() => document.querySelector('[data-testid=title]')?.textContent)).toBe(title);
  await popup.click('[data-testid=save]');
  await popup.waitFor('[data-testid=save][data-state=saved]');
  await waitUntil(async () => (await savedTitles()).includes(title), 'the article in the library');
  await waitUntil(async () => (await popup?.evaluate(() => document.body.innerText))?.includes('1 of 1'), 'the picture to be kept');
  await popup.click('[data-testid=open-reader]');
  const reader = await waitForReader(browser.page);
  expect(await textsOf(reader, 'title')).toEqual([title]);
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
});

test('the shortcut opens the reader, which saves, and closes it; the page is as it was', async () => {
  await load('/second');
  const before = await snapshot(browser.page);
  const reader = await openReader(browser.page);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be kept');
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  await waitForNoReader(browser.page);
  expect(await snapshot(browser.page)).toEqual(before);
  expect(await savedTitles()).toContain('写在后面的文章');
});

test('the shortcut for saving saves', async () => {
  await ownPage.evaluate(() => chrome.storage.local.clear());
  await browser.page.bringToFront();
  await load('/second');
  await pressShortcut(browser.page, 'Alt+Shift+S');
  await waitUntil(async () => (await savedTitles()).includes('写在后面的文章'), 'the article in the library');
});

test('a saved article opens, with its page’s access still on click', async () => {
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(await saved.locator('h1').innerText()).toBe('写在后面的文章');
  await saved.close();
});

function load(path: string): Promise<unknown> {
  return browser.page.goto(site.origin + path);
}

/** A click that need not open a popup. */
async function clickIconAlone(): Promise<void> {
  const tab = (await targets(browser)).find(({ type, embedderData }) => type === 'tab' && embedderData?.['tabActive'] === true);
  await browser.devtools.send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab?.targetId ?? '' });
}

interface Developer {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_CLICK' }): Promise<void>;
  getExtensionInfo(id: string): Promise<{ permissions: { runtimeHostPermissions: { hosts: { granted: boolean }[] } } }>;
}

/** Sets it where a person does, on the browser's page of extensions; whether each of our hosts is granted after that. */
async function setAccessOnClick(): Promise<boolean[]> {
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions');
  const granted = await settings.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    const { permissions } = await developerPrivate.getExtensionInfo(extensionId);
    return permissions.runtimeHostPermissions.hosts.map((host) => host.granted);
  }, browser.extensionId);
  await settings.close();
  await browser.page.bringToFront();
  return granted;
}

/** What the browser says to a script that nobody asked for. */
function injectUnasked(): Promise<string> {
  return ownPage.evaluate(async (origin) => {
    const tabs = await chrome.tabs.query({});
    const words = await Promise.all(tabs.map(async ({ id = -1 }) => chrome.scripting.executeScript({ target: { tabId: id }, func: () => location.origin }).then(([found]) => `ran in ${found?.result}`, String)));
    return words.find((word) => word.includes(`ran in ${origin}`)) ?? words.join();
  }, site.origin);
}

function savedTitles(): Promise<string[]> {
  return ownPage.evaluate(async () => Object.entries(await chrome.storage.local.get<Record<string, { entry?: { title: string } }>>(null)).filter(([key]) => key.startsWith('i:')).map(([, record]) => record.entry?.title ?? ''));
}

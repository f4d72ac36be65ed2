import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { evaluateInServiceWorker, findServiceWorker, stopServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser } from './browser.ts';
import { snapshot, startBrowser, tooltipOf } from './browser.ts';
import type { Site } from './site.ts';
import { articleBody, articlePage, plainPage, serveSite } from './site.ts';

let browser: Browser;
let site: Site;

const found = english.actionTitleArticle.message;
const quiet = english.actionTitle.message;

beforeAll(async () => {
  site = await serveSite({ '/article': articlePage('渠道商搬家以后'), '/login': plainPage });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('the icon’s tooltip says that there is an article, and the page is not touched', async () => {
  await browser.page.goto(`${site.origin}/article`);
  const before = await snapshot(browser.page);
  await waitUntil(async () => (await tooltipOf(browser)) === found, 'the tooltip');
  expect(await snapshot(browser.page)).toEqual(before);
});

test('the next page starts anew', async () => {
  await browser.page.goto(`${site.origin}/article`);
  await waitUntil(async () => (await tooltipOf(browser)) === found, 'the tooltip');
  await browser.page.goto(`${site.origin}/login`);
  expect(await tooltipOf(browser)).toBe(quiet);
});

test('a page that is no article wakes nobody; an article does', async () => {
  await browser.page.goto('about:blank');
  await stopServiceWorker(browser);
  await browser.page.goto(`${site.origin}/login`);
  await pause(1500);
  expect(await findServiceWorker(browser)).toBeUndefined();
  await browser.page.goto(`${site.origin}/article`);
  await waitUntil(() => findServiceWorker(browser), 'the service worker');
});

test('within a page without loading, it decides anew each time', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/login`);
  await navigateWithin('/spa/article', articleBody('不经加载也能到达的文章'));
  await waitUntil(async () => (await tooltipOf(browser)) === found, 'the article to be noticed');
  await navigateWithin('/spa/login', '<h1>登录</h1><form><input></form>');
  await waitUntil(async () => (await tooltipOf(browser)) === quiet, 'the article to be forgotten');
  await page.goBack();
  await page.evaluate((html) => { document.body.innerHTML = html; }, articleBody('不经加载也能到达的文章'));
  await waitUntil(async () => (await tooltipOf(browser)) === found, 'the article to be noticed again');
});

test('an article that comes late is noticed', async () => {
  await browser.page.goto(`${site.origin}/login`);
  await pause(1000);
  await browser.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), articleBody('来得晚的文章'));
  await waitUntil(async () => (await tooltipOf(browser)) === found, 'the late article');
});

test('the context menu has both items', async () => {
  const missing = await evaluateInServiceWorker(browser, async () => {
    const ids = ['toggle-reader', 'save-article'];
    // There is no list of menus to read; changing one that does not exist fails.
    const changes = await Promise.allSettled(ids.map((id) => chrome.contextMenus.update(id, { enabled: true })));
    return ids.filter((_id, index) => changes[index]?.status === 'rejected');
  });
  expect(missing).toEqual([]);
});

async function navigateWithin(path: string, body: string): Promise<void> {
  await browser.page.evaluate(
    ([address, html]) => {
      history.pushState(null, '', address);
      document.body.innerHTML = html ?? '';
    },
    [path, body] as const,
  );
}

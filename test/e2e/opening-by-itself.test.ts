import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findClosedShadow } from '../../scripts/browser/closed-shadow.mjs';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { readerHost, waitForNoReader, waitForReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser } from './browser.ts';
import { extension, snapshot, startBrowser, temporaryFolder, textsOf, tooltipOf } from './browser.ts';
import type { Site } from './site.ts';
import { articleBody, articlePage, plainPage, serveSite } from './site.ts';

/** A site of one document that shows the old article for a while under the new address, and then another. */
const router = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>路由</title></head><body><div id="app"></div><script>
  const pages = ${JSON.stringify({ '/spa/one': articleBody('第一篇：库存的账'), '/spa/two': articleBody('第二篇：渠道的账').replace(/<p>/g, '<p>说到渠道，') })};
  const draw = () => { document.querySelector('#app').innerHTML = pages[location.pathname] ?? ''; document.title = document.querySelector('h1').textContent; };
  window.go = (path) => { history.pushState({ path }, '', path); };
  window.draw = draw;
  draw();
</script></body></html>`;

const folder = temporaryFolder();
let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/second': articlePage('写在后面的文章'), '/login': plainPage, '/spa/one': router });
  browser = await startBrowser({ extension: withAccess('localhost') });
});

afterAll(async () => {
  await browser.close();
  await site.close();
  folder.remove();
});

/** A copy of the extension that has a site's permission from the start: nobody is there to answer the browser's question. */
function withAccess(host: string): string {
  cpSync(extension, folder.path, { recursive: true });
  const file = join(folder.path, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), host_permissions: [`http://${host}/*`, `https://${host}/*`] }));
  return folder.path;
}

/** Goes to a page and waits until the extension knows what it is. */
async function visit(path: string): Promise<void> {
  await browser.page.goto('about:blank');
  await browser.page.goto(site.origin + path);
  const title = path === '/login' ? english.actionTitle.message : english.actionTitleArticle.message;
  await waitUntil(async () => (await tooltipOf(browser)) === title, 'the page to be looked at');
}

async function choose(opens: boolean): Promise<void> {
  const popup = await clickToolbarIcon(browser);
  await popup.waitFor('[data-testid=open-here]');
  await waitUntil(() => popup.evaluate((wanted) => document.querySelector<HTMLInputElement>('[data-testid=open-here]')?.checked === !wanted, opens), 'what held before');
  await popup.click('[data-testid=open-here]');
  await waitUntil(() => popup.evaluate(async (wanted) => JSON.stringify(await chrome.storage.local.get('open-sites')).includes('localhost') === wanted, opens), 'the choice to be kept');
  await popup.close();
}

test('on a site that was chosen in the popup every article opens by itself, once', async () => {
  await visit('/');
  const before = await snapshot(browser.page);
  await choose(true);
  expect(await findClosedShadow(browser.page, readerHost)).toBeUndefined();
  await visit('/second');
  expect(await textsOf(await waitForReader(browser.page), 'title')).toEqual(['写在后面的文章']);
  await visit('/');
  await waitForReader(browser.page);
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  expect(await snapshot(browser.page)).toEqual(before);
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  await waitForReader(browser.page);
});

test('on a site of one document the next article does too, once the old one is gone', async () => {
  const { page } = browser;
  await visit('/spa/one');
  expect(await textsOf(await waitForReader(page), 'title')).toEqual(['第一篇：库存的账']);
  await page.evaluate(() => {
    (window as unknown as { go: (path: string) => void }).go('/spa/two');
    // The reader looks at the old text at least once.
    const shown = new Set<string>();
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.nodeName === 'JINGDU-READER' && shown.add(document.querySelector('h1')?.textContent ?? '')))).observe(document.documentElement, { childList: true });
    Object.assign(window, { shown });
    setTimeout(() => (window as unknown as { draw: () => void }).draw(), 1_000);
  });
  await waitForNoReader(page);
  expect(await textsOf(await waitForReader(page, 30_000), 'title')).toEqual(['第二篇：渠道的账']);
  expect(await page.evaluate(() => [...(window as unknown as { shown: Set<string> }).shown])).toEqual(['第二篇：渠道的账']);
});

test('no other page of it does, and none any more once that is switched off', async () => {
  await visit('/login');
  await visit('/second');
  await waitForReader(browser.page);
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  await choose(false);
  await visit('/');
  // Where it had opened by itself, the shortcut would close it.
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  expect(await textsOf(await waitForReader(browser.page), 'title')).toHaveLength(1);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { articleIdOf } from './backup-file.ts';
import type { Browser } from './browser.ts';
import { startBrowser, temporaryFolder, withoutUnlimitedStorage } from './browser.ts';
import { png } from './picture-site.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// How many pictures an article may have, what they take, and whether the browser lets them be.
const large = [101, 102, 103, 104, 105, 106, 107];
let browser: Browser;
let site: Site;

beforeAll(async () => {
  const page = (title: string, names: string[]): string => articlePage(title, names.map((name) => `<figure><img src="/${name}.png" width="240" height="240"></figure>`).join(''));
  site = await serveSite({
    ...Object.fromEntries(large.map((shade) => [`/${shade}.png`, { body: png(shade, 9_500_000), type: 'image/png' }])),
    ...Object.fromEntries([1, 2].map((shade) => [`/${shade}.png`, { body: png(shade), type: 'image/png' }])),
    '/many': page('七张大图', large.map(String)),
    '/few': page('两张图的账', ['1', '2']),
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('the library says that the browser clears none of them', async () => {
  await save('/few', 'Pictures kept: 2 of 2');
  expect(await persistenceIn(browser)).toBe('A full disk does not make the browser clear the pictures');
});

test('an article takes as many as it may, the others are named, and what goes with it is said where room is made', async () => {
  await save('/many', 'Pictures kept: 6 of 7 · 1 beyond the 60 MB of one article');
  const library = await openLibrary(browser);
  await library.click('[data-testid=room-open]');
  await library.waitForSelector('[data-testid=room-article]');
  expect(await library.locator('[data-testid=room-article]').first().innerText()).toMatch(/^七张大图\s+57 MB/);
  expect(await library.locator('[data-testid=room] header p').innerText()).toMatch(/^57 MB/);
  for (let press = 0; press < 2; press += 1) await library.locator('[data-testid=room-remove]').first().click();
  await waitUntil(async () => (await kept(library)) === 2, 'the large pictures to go');
  await waitUntil(async () => !(await library.locator('[data-testid=room]').innerText()).includes('57 MB'), 'the room to be measured anew');
  await library.close();
});

test('where there is no room the article is saved all the same, and the pictures that are missing are counted', async () => {
  const folder = temporaryFolder();
  const small = await startBrowser({ extension: withoutUnlimitedStorage(folder.path) });
  try {
    const own = await small.context.newPage();
    await own.goto(`chrome-extension://${small.extensionId}/manifest.json`);
    const session = await small.context.newCDPSession(own);
    await session.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${small.extensionId}`, quotaSize: 1000 });
    await save('/few', 'Pictures kept: 0 of 2 · no room for 2', small);
    await own.goto(`chrome-extension://${small.extensionId}/src/reader/index.html?id=${articleIdOf(`${site.origin}/few`)}`);
    await own.waitForSelector('[data-testid=body]');
    expect(await own.locator('[data-testid=title]').innerText()).toBe('两张图的账');
    expect(await persistenceIn(small)).toBe('');
    await session.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${small.extensionId}` });
    await save('/few', 'Pictures kept: 2 of 2', small);
    expect(await persistenceIn(small)).toBe('When the disk runs full, the browser may clear the pictures Ask it to keep them');
    await small.context.pages().at(-1)?.click('[data-testid=persist]');
    await small.context.pages().at(-1)?.waitForSelector('[data-testid=persistence][data-state=denied]');
  } finally {
    await small.close();
    folder.remove();
  }
});

async function save(path: string, words: string, inside = browser): Promise<void> {
  await inside.page.goto(site.origin + path);
  await waitUntil(() => inside.page.evaluate(() => [...document.images].every(({ complete }) => complete)), 'the page’s pictures');
  const popup = await clickToolbarIcon(inside);
  await popup.click('[data-testid=save]');
  const said = (): Promise<string> => popup.evaluate(() => document.querySelector('[data-testid=save-status]')?.textContent ?? '');
  await waitUntil(async () => (await said()) !== '', 'the word about the pictures', 30_000);
  expect(await said()).toBe(words);
  await popup.close();
}

/** How many pictures are kept, as an extension's page finds them. */
function kept(page: Page): Promise<number> {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const opening = indexedDB.open('jingdu-pictures');
    opening.onerror = () => reject(opening.error as Error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('contents').objectStore('contents').count();
      counting.onsuccess = () => { resolve(counting.result); opening.result.close(); };
    };
  }));
}

async function openLibrary(inside: Browser): Promise<Page> {
  const page = await inside.context.newPage();
  await page.goto(`chrome-extension://${inside.extensionId}/src/library-page/index.html`);
  await page.waitForSelector('[data-testid=last-backup]');
  await page.waitForSelector('[data-testid=storage]');
  return page;
}

/** What the library's page says about the safety of the pictures, once it has said how much room is taken. */
async function persistenceIn(inside: Browser): Promise<string> {
  const page = await openLibrary(inside);
  if ((await kept(page)) > 0) await page.waitForSelector('[data-testid=persistence]');
  return (await page.locator('[data-testid=persistence]').allInnerTexts()).join('');
}


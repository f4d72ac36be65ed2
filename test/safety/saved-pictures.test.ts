import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Browser } from '../e2e/browser.ts';
import { startBrowser } from '../e2e/browser.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import type { RecordingSite } from './recording-site.ts';
import { recordingSite } from './recording-site.ts';
import { keepArticle, openOwnPage, savedAddress } from './saved-articles.ts';

let browser: Browser;
let site: RecordingSite;
let saved: Page;

// One story: each test goes on where the one before it ended.
beforeAll(async () => {
  site = await recordingSite();
  browser = await startBrowser();
  const ownPage = await openOwnPage(browser);
  const pictures = [`<figure><img src="${site.origin}/one.svg" alt="毛利曲线"><figcaption>图一</figcaption></figure>`, `<p><img src="${site.origin}/two.svg" srcset="${site.origin}/large.svg 2x"></p>`];
  const picture = `<p>一段话，后面有两张图。</p>${pictures.join('')}<picture><source srcset="${site.origin}/source.svg"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></picture>`;
  const id = await keepArticle(ownPage, sampleArticle({ url: `${site.origin}/article`, contentHtml: picture, leadImage: `${site.origin}/lead.svg` }));
  await ownPage.close();
  saved = await browser.context.newPage();
  await saved.goto(savedAddress(browser, id));
  await saved.waitForSelector('[data-testid=body]');
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('a saved article asks the network for nothing, and says what it left there', async () => {
  await pause(500);
  expect(site.takeRequests()).toEqual([]);
  expect(await saved.locator('.body [role=img]').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')))).toEqual(['毛利曲线', 'A picture that was not loaded']);
  expect(await saved.locator('[data-testid=picture-offer]').innerText()).toContain('2');
});

test('not even a picture that something else puts into the page is fetched', async () => {
  const blocked = await saved.evaluate(
    (address) => new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI), { once: true });
      document.body.appendChild(document.createElement('img')).src = address;
    }),
    `${site.origin}/beside.svg`,
  );
  expect(blocked).toBe(`${site.origin}/beside.svg`);
  expect(site.takeRequests()).toEqual([]);
});

test('the button fetches the pictures', async () => {
  await saved.click('[data-testid=show-pictures]');
  await saved.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.body figure img')].some(({ naturalWidth }) => naturalWidth > 0));
  expect(await saved.locator('[data-testid=show-pictures]').count()).toBe(0);
  expect(site.takeRequests()).toContain('/one.svg');
});

test('for this view they stay', async () => {
  await saved.reload();
  await saved.waitForSelector('.body figure img');
  expect(await saved.locator('[data-testid=show-pictures]').count()).toBe(0);
});

test('another view of the same article asks again', async () => {
  const other = await browser.context.newPage();
  site.takeRequests();
  await other.goto(saved.url());
  await other.waitForSelector('[data-testid=picture-offer]');
  await pause(300);
  expect(site.takeRequests()).toEqual([]);
  await other.close();
});

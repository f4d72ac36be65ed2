import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as InPage from './in-page/detector-steps.ts';
import { bundleInPage, startPlainBrowser } from './plain-browser.ts';

/** Questions to nodes without a pause, at most. A hundred thousand take some 30 ms; the bar is a tab that stands still for 200 ms. */
const mostAtOnce = 150_000;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startPlainBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: `${await bundleInPage('detector-steps.ts')}; var inPage = () => jingduSafety;` });
});

afterAll(() => browser.close());

test('the detector pauses on the heaviest pages', async () => {
  const names = await page.evaluate(() => inPage().heavyPages());
  const atOnce: Record<string, number> = {};
  for (const name of names) {
    const { most, longest, steps } = await page.evaluate((which) => inPage().workOn(which), name);
    console.info(`${name}: at most ${Math.round(most)} questions and ${Math.round(longest)} ms in one of ${steps} steps`);
    atOnce[name] = most;
  }
  expect(names.length).toBeGreaterThan(15);
  expect(Object.entries(atOnce).filter(([, most]) => most > mostAtOnce)).toEqual([]);
});

/** Evaluated in the page, where the bundle has left it. */
declare function inPage(): typeof InPage;

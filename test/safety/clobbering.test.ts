import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { within } from '../../scripts/extract/within.mjs';
import type * as InPage from './in-page/clobbered.ts';
import { pretendExtension } from './in-page/surroundings.ts';
import { bundleInPage, startPlainBrowser } from './plain-browser.ts';

const batch = 20;
/** A batch takes a second or two; a page that hangs never ends. */
const hangs = 30_000;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const script = await bundleInPage('clobbered.ts');
  browser = await startPlainBrowser();
  page = await browser.newPage();
  await page.evaluate(pretendExtension);
  await page.addScriptTag({ content: `${script}; var inPage = () => jingduSafety;` });
});

afterAll(() => browser.close());

test.each(['beside', 'around'] as const)('a page that takes a property’s name %s the text gives the same article', async (shape) => {
  const names = await page.evaluate(() => inPage().readableNames());
  expect(names.length).toBeGreaterThan(300);
  const comparisons: InPage.Comparison[] = [];
  for (let start = 0; start < names.length; start += batch) {
    const some = names.slice(start, start + batch);
    comparisons.push(...(await within(page.evaluate(([how, taken]) => inPage().compare(how, taken), [shape, some] as const), hangs, some.join())));
  }
  const different = comparisons.filter(({ isSame }) => !isSame);
  const slowest = Math.max(...comparisons.map(({ milliseconds }) => milliseconds));
  console.info(`${shape}: ${names.length} names tried, ${names.length - different.length} held, the slowest in ${Math.round(slowest)} ms`);
  expect(different.map(({ name, error }) => `${name} ${error}`)).toEqual([]);
});

/** Evaluated in the page, where the bundle has left it. */
declare function inPage(): typeof InPage;

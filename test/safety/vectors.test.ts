import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Harness from './in-page/harness.tsx';
import { pretendExtension } from './in-page/surroundings.ts';
import { bundleInPage, startPlainBrowser } from './plain-browser.ts';
import type { RecordingSite } from './recording-site.ts';
import { recordingSite } from './recording-site.ts';
import { shownAsPicture, vectors } from './vectors/all.ts';

let browser: Browser;
let site: RecordingSite;
let script: string;

// The pages have no policy and the reader runs in their own world: whatever slips through does run.
beforeAll(async () => {
  script = await bundleInPage('harness.tsx');
  site = await recordingSite({ '/page': '<!doctype html><title>x</title><body></body>' });
  browser = await startPlainBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('there are more than four hundred vectors, no two alike', () => {
  const markup = vectors.map(({ make }) => make({ js: 'canary(0)', url: 'http://localhost/' }));
  expect(new Set(markup).size).toBe(markup.length);
  expect(markup.length).toBeGreaterThan(400);
});

test('the canary sings where nothing is sanitized', async () => {
  const { page, fired } = await openHarness();
  await page.evaluate(() => { document.body.innerHTML = '<img src=x: onerror=canary(1)>'; });
  await pause(200);
  expect(await fired()).toEqual([1]);
  await page.close();
});

describe.each(['throughPage', 'throughStore', 'throughField'] as const)('%s', (way) => {
  test('nothing runs, nothing is left that could, and the words are all there', async () => {
    const { page, fired } = await openHarness();
    site.takeRequests();
    const verdicts = await runAll(page, way);
    await pause(1000);
    const bad = verdicts.filter(({ residue, lost }) => residue.length + lost.length > 0);
    console.info(`${way}: ${verdicts.length} tried, ${verdicts.length - bad.length} held`);
    expect(bad).toEqual([]);
    expect(await fired()).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
    expect(page.url()).toBe(`${site.origin}/page`);
    // A picture's own address is what the reader over a page shows; all else, and all in a saved article, stays unasked.
    const asked = new Set(site.takeRequests().filter((path) => path !== '/page'));
    expect([...asked].filter((path) => way !== 'throughPage' || !shownAsPicture(path))).toEqual([]);
    await page.context().close();
  });
});

async function openHarness(): Promise<{ page: Page; fired: () => Promise<number[]> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const fired: number[] = [];
    Object.assign(window, { fired, canary: (index: number) => fired.push(index) });
  });
  await page.goto(`${site.origin}/page`);
  await page.evaluate(pretendExtension);
  await page.addScriptTag({ content: script });
  return { page, fired: () => page.evaluate(() => [...new Set((window as unknown as { fired: number[] }).fired)]) };
}

function runAll(page: Page, way: Harness.Way): Promise<Harness.Verdict[]> {
  return page.evaluate(([name, origin]) => (window as unknown as { jingduSafety: typeof Harness }).jingduSafety.runAll(name, origin), [way, site.origin] as const);
}

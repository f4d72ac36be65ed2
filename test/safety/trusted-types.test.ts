import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from '../e2e/browser.ts';
import { openReader, startBrowser, textsOf } from '../e2e/browser.ts';
import type { Site } from '../e2e/site.ts';
import { articleBody, articlePage, serveSite } from '../e2e/site.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { keepArticle, openOwnPage, ownAddress, savedAddress } from './saved-articles.ts';

const title = '渠道商搬家以后';
const strict = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" };
const pocketPage = '<!DOCTYPE html><html><body><ul><li><a href="https://example.com/a" time_added="1700000000" tags="">甲</a></li></ul></body></html>';

let browser: Browser;
let site: Site;
let savedId: string;

beforeAll(async () => {
  site = await serveSite({
    '/strict': { body: articlePage(title), headers: strict },
    '/strict.xhtml': { body: `<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>${title}</title></head><body>${articleBody(title)}</body></html>`, type: 'application/xhtml+xml', headers: strict },
  });
  browser = await startBrowser();
  const ownPage = await openOwnPage(browser);
  savedId = await keepArticle(ownPage, sampleArticle({ url: `${site.origin}/saved`, title }));
  await ownPage.close();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(['/strict', '/strict.xhtml'])('over %s, which lets nobody parse markup, the reader opens, and the page hears of nothing', async (path) => {
  const { page } = browser;
  await page.goto(site.origin + path);
  await page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ sample }) => violations.push(sample));
  });
  const reader = await openReader(page);
  expect(await textsOf(reader, 'title')).toEqual([title]);
  expect((await textsOf(reader, 'body')).join('')).toContain('工厂把排产的周期从一个月缩短到一周');
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
  expect(await page.evaluate(tryMarkup)).toBe('TypeError');
  // The page's own fault comes last, and is the only one.
  const violations = await waitUntil(() => page.evaluate(() => { const { violations: all } = window as unknown as { violations: string[] }; return all.length > 0 && all; }), 'the page’s own violation');
  expect(violations).toEqual(['Element innerHTML|<p>x</p>']);
});

test.each([
  ['popup', 'src/popup/index.html', '[role=tablist]'],
  ['library', 'src/library-page/index.html', '[data-testid=saved-item]'],
  ['import and export', 'src/transfer/index.html', '[data-testid=import-file]'],
  ['saved article', '', '[data-testid=body] p'],
])('the page of %s lets nothing but the sanitizer parse markup', async (_name, path, sign) => {
  const page = await browser.context.newPage();
  await page.goto(path === '' ? savedAddress(browser, savedId) : ownAddress(browser, path));
  await page.waitForSelector(sign, { state: 'attached' });
  expect(await page.evaluate(tryMarkup)).toBe('TypeError');
  expect(await page.evaluate(tryPolicy)).toBe('TypeError');
  await page.close();
});

test('a list that is a page of HTML is still read', async () => {
  const page = await browser.context.newPage();
  await page.goto(ownAddress(browser, 'src/transfer/index.html'));
  await page.setInputFiles('[data-testid=import-file]', { name: 'ril_export.html', mimeType: 'text/html', buffer: Buffer.from(pocketPage) });
  await page.waitForSelector('[data-testid=import-report]');
  expect(await wordOf(page)).toContain('1');
  await page.close();
});

function wordOf(page: Page): Promise<string> {
  return page.locator('[data-testid=import-report]').innerText();
}

/** The name of the error with which markup is refused, or empty. */
function tryMarkup(): string {
  try {
    document.createElementNS('http://www.w3.org/1999/xhtml', 'div').innerHTML = '<p>x</p>';
    return '';
  } catch (error) {
    return (error as Error).name;
  }
}

/** The same for a policy of one's own. */
function tryPolicy(): string {
  const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } };
  try {
    trustedTypes.createPolicy('anything', {});
    return '';
  } catch (error) {
    return (error as Error).name;
  }
}

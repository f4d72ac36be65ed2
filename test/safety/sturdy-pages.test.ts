import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { readerHost, waitForNoReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser } from '../e2e/browser.ts';
import { openReader, startBrowser, textsOf, tooltipOf } from '../e2e/browser.ts';
import type { ServedPage, Site } from '../e2e/site.ts';
import { articlePage, plainPage, serveSite } from '../e2e/site.ts';

const title = '渠道商搬家以后';
const sentence = '工厂把排产的周期从一个月缩短到一周，库存随之降了三成，周转的速度快了将近一倍。';
const megabytes = 20;
const long = sentence.repeat(Math.ceil((megabytes * 1_000_000) / Buffer.byteLength(sentence)));
const pieces = long.match(/.{2000}/g) ?? [];

/** The browser need not lay out what is not looked at, which for megabytes takes it longer than all that is tested. */
const undrawn = (extra: string): string => articlePage(title, `<div style="content-visibility: hidden">${extra}</div>`);

/** Too much to read: the answer is a word, and it comes before anything is parsed. */
const tooLarge: Record<string, string> = {
  '/one-paragraph': undrawn(`<p>${long}</p>`),
  '/many-paragraphs': undrawn(pieces.map((piece) => `<p>${piece}</p>`).join('')),
  '/many-lines': undrawn(`<p>${pieces.join('<br>')}</p>`),
};

/** As much as is let in, in forms that made the work go with the square: read, or stopped in time. */
const heavy: Record<string, string> = {
  '/broken-lines': undrawn(`<p>${`${sentence}<br>`.repeat(60_000)}</p>`),
  '/bold-lines': undrawn(Array.from({ length: 45_000 }, (_, index) => `<p><strong>一、第${index}节</strong></p><p>${sentence}</p>`).join('')),
  '/loose-boxes': undrawn(`<div><div><span>${sentence}</span></div></div>`.repeat(50_000)),
  '/quote': undrawn(`<blockquote>${`<p>${sentence.slice(0, 20)}</p>`.repeat(140_000)}</blockquote>`),
};

/** Changes without end, so often as the browser lets it. */
const endless = (change: string): string => articlePage(title, `<p id="moving">${sentence}</p><script>
  let count = 0;
  const step = () => { count += 1; document.documentElement.dataset.count = count; ${change}; };
  setInterval(step, 1); const loop = () => { step(); new MessageChannel().port1.postMessage(0); setTimeout(loop); }; loop();
</script>`);
const changing: Record<string, string> = {
  '/text': endless('document.getElementById("moving").textContent += "。"'),
  '/paragraphs': endless('{ const p = document.querySelector("article p"); p.replaceWith(p.cloneNode(true)); }'),
  '/appended': endless('document.body.append(document.createElement("div")); if (count % 50 === 0) document.body.lastChild.remove()'),
  '/moved': endless('{ const a = document.querySelector("article"); a.parentNode.append(a); }'),
};

let browser: Browser;
let site: Site;

beforeAll(async () => {
  const pages: Record<string, string | ServedPage> = { ...tooLarge, ...heavy, ...changing, '/plain': plainPage, '/article': articlePage(title) };
  site = await serveSite(pages);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(Object.keys(tooLarge))('%s', (path) => {
  test('is said to be too large, by the shortcut and in the popup, and the page works on', async () => {
    const { page } = browser;
    await page.goto(site.origin + path);
    const reader = await openReader(page);
    expect(await textsOf(reader, 'notice')).toEqual([english.failureTooLarge.message]);
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
    const popup = await clickToolbarIcon(browser);
    await popup.waitFor('[data-testid=message]');
    expect(await popup.evaluate(() => document.body.innerText)).toContain(english.failureTooLarge.message);
    await popup.close();
    expect(await page.evaluate(() => 6 * 7)).toBe(42);
  });
});

describe.each(Object.keys(heavy))('%s', (path) => {
  test('is read, or stopped with a word when its time is up', async () => {
    const { page } = browser;
    await page.goto(site.origin + path);
    const reader = await openReader(page);
    const notice = (await textsOf(reader, 'notice')).join('');
    console.info(`${path}: ${notice === '' ? 'read' : notice}`);
    if (notice === '') expect(await textsOf(reader, 'title')).toEqual([title]);
    else expect(notice).toBe(english.failureTimeout.message);
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
  });
});

describe.each(Object.keys(changing))('changing without end, %s', (path) => {
  test('is noticed, read, kept and left while it goes on', async () => {
    const { page } = browser;
    await page.goto(site.origin + path);
    await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the article to be noticed');
    const reader = await openReader(page);
    expect(await textsOf(reader, 'title')).toEqual([title]);
    expect((await textsOf(reader, 'body')).join('')).toContain(sentence);
    await reader.click('[data-testid=save]');
    await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be kept');
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
    const count = Number(await page.evaluate(() => document.documentElement.dataset['count']));
    await waitUntil(() => page.evaluate((before) => Number(document.documentElement.dataset['count']) > before + 10, count), 'the page to go on');
  });
});

describe('document.write after the page has loaded', () => {
  test('takes an open reader away with the page, and what is written is noticed and read', async () => {
    const { page } = browser;
    await page.goto(`${site.origin}/article`);
    await openReader(page);
    await page.evaluate(rewrite, articlePage('写上去的文章'));
    await waitForNoReader(page);
    expect(await page.evaluate(() => [document.adoptedStyleSheets.length, document.title])).toEqual([0, '写上去的文章']);
    const reader = await openReader(page);
    expect(await textsOf(reader, 'title')).toEqual(['写上去的文章']);
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
  });

  test('makes an article of a page that was none', async () => {
    const { page } = browser;
    await page.goto(`${site.origin}/plain`);
    await page.evaluate(rewrite, articlePage('写上去的文章'));
    await waitUntil(async () => (await tooltipOf(browser)) === english.actionTitleArticle.message, 'the article to be noticed');
    const reader = await openReader(page);
    expect(await textsOf(reader, 'title')).toEqual(['写上去的文章']);
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
    expect(await page.locator(readerHost).count()).toBe(0);
  });
});

function rewrite(html: string): void {
  document.open();
  document.write(html);
  document.close();
}

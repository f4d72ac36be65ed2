import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Popup } from '../../scripts/browser/popup.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { makeArticle } from '../library/articles.ts';
import type { Browser } from './browser.ts';
import { startBrowser } from './browser.ts';

let browser: Browser;
let library: Page;
let popup: Popup | undefined;

const lines = Array.from({ length: 60 }, (_, index) => (index === 45 ? '真正难的是把Ｍ满载率提上去，而不是再买几辆车。' : `第 ${index + 1} 段说的是另一件事，与要找的词没有关系。`));

beforeAll(async () => {
  browser = await startBrowser();
  library = await browser.context.newPage();
  await library.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  await library.waitForSelector('main.library');
  const article = makeArticle({ title: '货运的账', outline: [], contentHtml: lines.map((line) => `<p>${line}</p>`).join(''), textContent: lines.join('\n') });
  await library.evaluate((one) => chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: one } }), article);
});

afterEach(async () => {
  await popup?.close();
  popup = undefined;
});

afterAll(() => browser.close());

test('a hit of the library opens at its place, marked, though it was typed otherwise', async () => {
  await library.bringToFront();
  await library.fill('[data-testid=search]', 'm滿載率');
  await library.waitForSelector('.saved-snippet mark');
  const opened = browser.context.waitForEvent('page');
  await library.click('[data-testid=saved-open]');
  await expectAtHit(await opened);
});

test('a hit of the popup does too', async () => {
  await browser.page.bringToFront();
  popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  await popup.click('[data-testid=search]');
  await popup.type('满载率');
  await popup.waitFor('.saved-snippet mark');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=saved-open]');
  await expectAtHit(await opened);
});

test('a hit in a note shows the note, and opens at its passage, though the same words stand further up', async () => {
  const text = lines.join('\n');
  const start = text.indexOf('另一件事', text.indexOf('第 41 段'));
  const annotation = { id: 'n1', exact: '另一件事', prefix: text.slice(start - 20, start), suffix: text.slice(start + 4, start + 24), start, end: start + 4, colour: 'yellow', note: '与鲸落那篇对照着看。', createdAt: 1 };
  await library.bringToFront();
  await library.evaluate((one) => chrome.runtime.sendMessage({ to: 'background', type: 'keepAnnotation', input: one }), { url: makeArticle().url, annotation });
  await library.fill('[data-testid=search]', '鯨落');
  await shownSnippet(`${english.note.message}与鲸落那篇对照着看。`);
  const opened = browser.context.waitForEvent('page');
  await library.click('[data-testid=saved-open]');
  const saved = await opened;
  await waitUntil(() => isInView(saved, 'mark[data-annotation=n1]'), 'the passage to be in view');
  expect(await saved.locator('p:has(mark[data-annotation=n1])').innerText()).toContain('第 41 段');
  expect(await saved.locator('[data-testid=annotation-editor] textarea').inputValue()).toBe(annotation.note);
  await saved.close();
});

test('a hit of several words opens at the sentence that has most of them, though one of them stands further up', async () => {
  await library.bringToFront();
  await library.fill('[data-testid=search]', '一件事 第 31');
  await shownSnippet(lines[30]);
  const opened = browser.context.waitForEvent('page');
  await library.click('[data-testid=saved-open]');
  const saved = await opened;
  await waitUntil(() => isInView(saved, 'mark.found[data-current]'), 'the hit to be in view');
  expect(await saved.locator('p:has(mark.found[data-current])').innerText()).toBe(lines[30]);
  await saved.close();
});

test('what is opened from the plain list opens at its beginning, with nothing marked', async () => {
  await library.bringToFront();
  await library.fill('[data-testid=search]', '');
  await library.waitForSelector('.saved-snippet mark', { state: 'detached' });
  const opened = browser.context.waitForEvent('page');
  await library.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(await saved.locator('mark.found, [data-testid=find]').count()).toBe(0);
  await saved.close();
});

test('a hit in a row of a table, which the source breaks over lines and cells, opens there, though its word stands further up', async () => {
  const html = `<p>储能要算账。</p>${lines.map((line) => `<p>${line}</p>`).join('')}<table><tbody><tr><td>储\u200b能\n  电站</td><td>东部\u00a0\n 3.5 GW</td></tr></tbody></table>`;
  const article = makeArticle({ url: 'https://example.com/storage', title: '装机表', outline: [], contentHtml: html, textContent: ['储能要算账。', ...lines, '储能 电站 东部 3.5 GW'].join('\n') });
  await library.bringToFront();
  await library.evaluate((one) => chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: one } }), article);
  await library.fill('[data-testid=search]', '储能电站 3.5gw');
  await library.waitForSelector('.saved-snippet mark');
  const opened = browser.context.waitForEvent('page');
  await library.click('[data-testid=saved-open]');
  const saved = await opened;
  await waitUntil(() => isInView(saved, 'td mark.found[data-current]'), 'the cell to be in view');
  await library.bringToFront();
  await library.fill('[data-testid=search]', '储能 东部3.5gw');
  await waitUntil(async () => (await library.getAttribute('[data-testid=saved-open]', 'href'))?.includes(encodeURIComponent('东部')) === true, 'the place of the other words');
  await saved.goto(new URL((await library.getAttribute('[data-testid=saved-open]', 'href')) ?? '', library.url()).href);
  await waitUntil(() => isInView(saved, 'td mark.found[data-current]'), 'the cell to be in view for the word that stands further up, too');
  await saved.close();
});

/** Waits for the sentence: until it has been found, the one of the search before may stand there. */
async function shownSnippet(wanted = ''): Promise<void> {
  await waitUntil(async () => (await library.textContent('.saved-snippet')) === wanted, `the sentence ${wanted}`);
}

/** The word is marked, in view, and the keys go on through the text; Esc takes the mark away. */
async function expectAtHit(saved: Page): Promise<void> {
  await saved.waitForSelector('mark.found[data-current]');
  expect(await saved.textContent('mark.found[data-current]')).toMatch(/满载率$/);
  await waitUntil(() => isInView(saved, 'mark.found[data-current]'), 'the hit to be in view');
  await saved.keyboard.press('Escape');
  await saved.waitForSelector('mark.found', { state: 'detached' });
  expect(await saved.textContent('[data-testid=body]')).toBe(lines.join(''));
  await saved.close();
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  }, selector);
}

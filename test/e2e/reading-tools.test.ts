import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { evaluateInServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

const rich = `<p>现场的人<sup id="r1"><a href="#n1">[1]</a></sup>把它记了下来，后来成了每天交接班时都要念的一段话。</p>
  <figure><img src="/chart.svg" alt="走势" width="600" height="400"><figcaption>图一　走势</figcaption></figure>
  <figure><img src="/map.svg" alt="分布" width="600" height="400"><figcaption>图二　分布</figcaption></figure>
  <table><thead><tr>${'<th>一栏很长的表头文字</th>'.repeat(12)}</tr></thead><tbody><tr>${'<td>9,512</td>'.repeat(12)}</tr></tbody></table>
  <pre><code>if (due) go()</code></pre><p>最后的<a href="https://example.com/ledger">账</a>要等到年底才算得清，眼下没有人愿意先开口。</p><ol><li id="n1">指当班的三个人。<a href="#r1">↩</a></li></ol>`;
const svg = (colour: string) => ({ body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="${colour}"/></svg>`, type: 'image/svg+xml' });

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({
    '/post/rich': articlePage('把等待写进账里', rich),
    '/post/long_1': articlePage('分两页的文章', '<p><a href="/post/long_2">下一页</a></p>'),
    '/post/long_2': articlePage('分两页的文章', '<p>第二页才有的一句话，写在全文最末，说的是来年的打算。</p>'),
    '/chart.svg': svg('#3a7'), '/map.svg': svg('#a73'),
  });
  browser = await startBrowser();
  await browser.context.grantPermissions(['clipboard-read'], { origin: site.origin });
});

afterEach(async () => {
  await browser.page.setViewportSize({ width: 1280, height: 800 });
  await browser.page.goto('about:blank');
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openAt(path: string): Promise<Shadow> {
  await browser.page.goto(site.origin + path);
  return openReader(browser.page);
}

/** Drags over words of one of the paragraphs, as a person does. */
async function selectWords(page: Page, reader: Shadow, paragraph: number): Promise<string> {
  const at = await reader.evaluate((root, index) => {
    const range = document.createRange();
    const text = root.querySelectorAll('[data-testid=body] p')[index]?.firstChild;
    if (!text) throw new Error('no text');
    range.setStart(text, 2);
    range.setEnd(text, 12);
    const box = range.getBoundingClientRect();
    return { left: box.left, right: box.right, middle: box.top + box.height / 2 };
  }, paragraph);
  await page.mouse.move(at.left + 1, at.middle);
  await page.mouse.down();
  await page.mouse.move((at.left + at.right) / 2, at.middle, { steps: 4 });
  await page.mouse.move(at.right, at.middle, { steps: 4 });
  await page.mouse.up();
  await shows(reader, 'selection-bar');
  return page.evaluate(() => String(getSelection()));
}

function shows(reader: Shadow, testId: string): Promise<unknown> {
  return waitUntil(() => reader.evaluate((root, selector) => root.querySelector(selector) !== null, `[data-testid=${testId}]`), testId);
}

function marksOf(reader: Shadow): Promise<string> {
  return reader.evaluate((root) => [...root.querySelectorAll<HTMLElement>('mark[data-annotation]')].map((mark) => `${mark.dataset['colour']}:${mark.textContent}`).join());
}

async function chooseTool(reader: Shadow, name: string): Promise<void> {
  await reader.click('[data-testid=more-tools]');
  await shows(reader, 'tool-menu');
  await reader.click(`[data-testid=menu-${name}]`);
}

test('selected words are highlighted, noted, and there again after a reload, with the article saved', async () => {
  const reader = await openAt('/post/rich');
  const words = await selectWords(browser.page, reader, 0);
  expect(words.length).toBeGreaterThan(4);
  await reader.click('[data-testid=colour-green]');
  await waitUntil(async () => (await marksOf(reader)) === `green:${words}`, 'the highlight');
  await waitUntil(async () => (await textsOf(reader, 'said'))[0] === english.annotationSavedArticle.message, 'the word about saving');
  expect(await reader.evaluate((root) => root.querySelector<HTMLElement>('[data-testid=save]')?.dataset['on'])).toBe('true');
  await reader.click('mark[data-annotation]');
  await shows(reader, 'annotation-editor');
  await browser.page.keyboard.type('jks 去年也是');
  await pressShortcut(browser.page, 'Escape');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('mark[data-noted]') !== null), 'the note');
  await waitUntil(() => evaluateInServiceWorker(browser, async () => JSON.stringify(await chrome.storage.local.get(null)).includes('jks 去年也是')), 'the note in the store');
  await browser.page.reload();
  const again = await openReader(browser.page);
  await waitUntil(async () => (await marksOf(again)) === `green:${words}`, 'the highlight after a reload');
  await chooseTool(again, 'annotations');
  expect(await textsOf(again, 'annotation')).toEqual([`${words}jks 去年也是`]);
});

test('a highlight outlives a page that has changed, and is listed when its words are gone', async () => {
  const reader = await openAt('/post/rich');
  await selectWords(browser.page, reader, 1);
  await reader.click('[data-testid=colour-red]');
  await waitUntil(async () => (await marksOf(reader)).includes('red:'), 'the highlight');
  const words = (await marksOf(reader)).split('red:')[1] ?? '';
  await waitUntil(() => evaluateInServiceWorker(browser, async () => JSON.stringify(await chrome.storage.local.get(null)).includes('"red"')), 'the highlight to be kept');
  await browser.page.reload();
  await browser.page.evaluate(() => document.querySelector('article p')?.insertAdjacentText('beforebegin', '编者加了一段很长的说明，放在全文的最前面，读者来信里常常问起这件事。'));
  const moved = await openReader(browser.page);
  await waitUntil(async () => (await marksOf(moved)).includes(`red:${words}`), 'the highlight in the changed text');
  await browser.page.reload();
  await browser.page.evaluate((gone) => document.querySelectorAll('article p').forEach((paragraph) => { paragraph.textContent = paragraph.textContent?.replaceAll(gone, '改写过了') ?? ''; }), words);
  const gone = await openReader(browser.page);
  await chooseTool(gone, 'annotations');
  await waitUntil(async () => (await textsOf(gone, 'annotation')).some((row) => row.startsWith(words) && row.includes(english.annotationOrphan.message)), 'the orphan in the list');
});

test('a citation is on the clipboard, and its address finds the words on the original', async () => {
  const reader = await openAt('/post/rich');
  const words = await selectWords(browser.page, reader, 2);
  await reader.click('[data-testid=cite]');
  await waitUntil(async () => (await textsOf(reader, 'said'))[0] === english.copied.message, 'the word about copying');
  const text = await browser.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(new RegExp(`^“${words}”——《把等待写进账里》，.*${site.origin}/post/rich#:~:text=`));
  const original = await browser.context.newPage();
  await original.setViewportSize({ width: 1280, height: 120 });
  await original.goto(text.split('，').at(-1) ?? '');
  await waitUntil(() => original.evaluate(() => scrollY > 0), 'the browser to go to the words');
  await original.close();
  await browser.page.bringToFront();
  await selectWords(browser.page, reader, 2);
  await reader.click('[data-testid=cite-reference]');
  await waitUntil(async () => (await browser.page.evaluate(() => navigator.clipboard.readText())) !== text, 'the reference');
  expect(await browser.page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(String.raw`^.*把等待写进账里\[EB/OL\]\..*\[\d{4}-\d{2}-\d{2}\]\. ?${site.origin}/post/rich`));
});

test('code is copied by its button', async () => {
  const reader = await openAt('/post/rich');
  await reader.click('[data-testid=copy-code]');
  await waitUntil(async () => (await textsOf(reader, 'said'))[0] === english.copied.message, 'the word about copying');
  expect(await browser.page.evaluate(() => navigator.clipboard.readText())).toBe('if (due) go()');
});

test('pictures open large, go on and back by arrow, grow, stand all together, and Esc leaves them before the reader', async () => {
  const reader = await openAt('/post/rich');
  await reader.click('[data-testid=body] figure img');
  await shows(reader, 'viewer');
  expect(await textsOf(reader, 'picture-caption')).toEqual(['图一 走势']);
  await browser.page.keyboard.press('ArrowRight');
  await waitUntil(async () => (await textsOf(reader, 'picture-caption'))[0] === '图二 分布', 'the second picture');
  const width = (): Promise<number> => reader.evaluate((root) => root.querySelector('.viewer-zoom img')?.getBoundingClientRect().width ?? 0);
  const before = await width();
  await reader.click('[data-testid=picture-zoom]');
  await waitUntil(async () => (await width()) > before, 'the picture to grow');
  await browser.page.keyboard.press('ArrowLeft');
  await waitUntil(async () => (await textsOf(reader, 'picture-caption'))[0] === '图一 走势', 'the first picture again');
  await reader.click('[data-testid=picture-all]');
  await waitUntil(async () => (await textsOf(reader, 'gallery-item')).join() === '图一 走势,图二 分布', 'the gallery');
  await browser.page.keyboard.press('Escape');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=viewer]') === null), 'the viewer to close');
  expect(await textsOf(reader, 'title')).toHaveLength(1);
});

test('a footnote stands beside its reference', async () => {
  await browser.page.setViewportSize({ width: 320, height: 640 });
  const reader = await openAt('/post/rich');
  await reader.evaluate((root) => root.querySelector('a[data-footnote]')?.scrollIntoView({ block: 'center' }));
  await reader.click('a[data-footnote]');
  await shows(reader, 'footnote');
  expect((await textsOf(reader, 'footnote'))[0]).toContain('指当班的三个人。');
  const place = await reader.evaluate((root) => {
    const [note, reference] = ['[data-testid=footnote]', 'a[data-footnote]'].map((selector) => root.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect());
    return note && reference && [note.left >= 0, note.right <= 320, Math.min(Math.abs(note.top - reference.bottom), Math.abs(reference.top - note.bottom)) < 12];
  });
  expect(place).toEqual([true, true, true]);
});

test('a wide table scrolls in its own box and keeps its first column', async () => {
  const reader = await openAt('/post/rich');
  const moved = await reader.evaluate((root) => {
    const box = root.querySelector('.table-box');
    const cell = box?.querySelector('td');
    if (!box || !cell) throw new Error('no table');
    const before = cell.getBoundingClientRect().left;
    box.scrollLeft = 100;
    return [box.scrollLeft, cell.getBoundingClientRect().left - before, root.querySelector('.reader')?.scrollWidth === root.querySelector('.reader')?.clientWidth];
  });
  expect(moved).toEqual([100, 0, true]);
});

test('/ finds words in the article', async () => {
  const reader = await openAt('/post/rich');
  await browser.page.keyboard.press('/');
  await shows(reader, 'find');
  await waitUntil(() => reader.evaluate((root) => (root.getRootNode() as ShadowRoot).activeElement?.tagName === 'INPUT'), 'the focus in the box');
  await browser.page.keyboard.type('交接班');
  await waitUntil(async () => (await textsOf(reader, 'find-count'))[0] === '1 / 1', 'the match');
  const isInView = await reader.evaluate((root) => {
    const box = root.querySelector('mark.found')?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  });
  expect(isInView).toBe(true);
});

test('the article is copied as Markdown', async () => {
  const reader = await openAt('/post/rich');
  await chooseTool(reader, 'markdown');
  await waitUntil(async () => (await textsOf(reader, 'said'))[0] === english.copiedMarkdown.message, 'the word about copying');
  const text = await browser.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^---\ntitle: "把等待写进账里"/);
  expect(text).toContain('[^1]');
});

test('reading aloud says so where the machine has no voice', async () => {
  const reader = await openAt('/post/rich');
  const voices = await browser.page.evaluate(() => speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith('zh')).length);
  await chooseTool(reader, 'listen');
  if (voices === 0) await waitUntil(async () => (await textsOf(reader, 'said'))[0] === english.listenNoVoice.message, 'the word about the voice');
  else await shows(reader, 'speech');
});

test('on paper there are title, outline, then the whole text on as many pages as it takes, with the addresses of links', async () => {
  const reader = await openAt('/post/rich');
  await browser.page.emulateMedia({ media: 'print' });
  const order = await reader.evaluate((root) => {
    const [title, outline, text] = ['h1', '.rail', '.body'].map((selector) => root.querySelector(selector)?.getBoundingClientRect());
    return outline && title && text ? [outline.height > 20, title.bottom <= outline.top, outline.bottom <= text.top, getComputedStyle(root.querySelector('.tools') ?? document.body).display] : [];
  });
  expect(order).toEqual([true, true, true, 'none']);
  const address = await reader.evaluate((root) => {
    const link = root.querySelector('.body a[href^=http]');
    return link === null ? '' : getComputedStyle(link, '::after').content;
  });
  expect(address).toBe('" (https://example.com/ledger)"');
  const cut = await reader.evaluate((root) => [...root.querySelectorAll('dialog, .reader, .body, .table-box, pre')].filter((box) => getComputedStyle(box).overflow !== 'visible').map(({ className }) => className));
  expect(cut).toEqual([]);
  const paper = await browser.page.pdf({ preferCSSPageSize: true });
  await browser.page.emulateMedia({ media: null });
  const source = paper.toString('latin1');
  expect(source.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  expect(source).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
});

test('the next page is joined on at the person’s wish', async () => {
  const reader = await openAt('/post/long_1');
  await reader.click('[data-testid=read-on]');
  await waitUntil(async () => (await textsOf(reader, 'body'))[0]?.includes('第二页才有的一句话') === true, 'the second page');
  expect(await textsOf(reader, 'outline-item')).toHaveLength(6);
  expect(await reader.evaluate((root) => root.querySelector('[data-testid=next-page]'))).toBeNull();
  expect(browser.page.url()).toBe(`${site.origin}/post/long_1`);
});

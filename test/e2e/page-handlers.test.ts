import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { readerHost, waitForNoReader } from '../../scripts/browser/reader.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

/** Records all that a page can hear before anyone else, and forbids it to all others. */
const greedy = `<script>
  var heard = [];
  var types = 'keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend copy cut paste contextmenu selectstart selectionchange pointerdown pointerup mousedown mouseup click dblclick auxclick'.split(' ');
  for (const type of types) addEventListener(type, (event) => {
    heard.push(type + ' ' + (event.key ?? event.data ?? ''));
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
</script>`;
/** What pages commonly do: a line of copyright in what is copied, no menu, no selection, a window at any click. */
const jealous = `<script>
  var heard = [];
  for (const target of [document, window]) for (const capture of [true, false]) {
    const atLarge = target === document ? ['mousemove', 'mouseout', 'wheel'] : [];
    for (const type of ['copy', 'contextmenu', 'selectstart', 'click', 'mousedown', 'pointerdown', 'input', 'keydown', ...atLarge]) target.addEventListener(type, (event) => {
      heard.push(type);
      event.preventDefault();
      event.stopPropagation();
    }, { capture, passive: false });
    target.addEventListener('selectionchange', () => { heard.push('selectionchange'); getSelection().removeAllRanges(); }, capture);
  }
</script>`;
const figures = ['甲', '乙'].map((name) => `<figure><img src="/${name}.svg" alt="${name}" width="600" height="300"><figcaption>图${name}</figcaption></figure>`).join('');
const picture = { body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="#3a7"/></svg>', type: 'image/svg+xml' };
const pageWith = (script: string): string => articlePage('谁在听', figures).replace('<head>', `<head>${script}`);

/** Takes every press of a key at the window, and writes itself anew, which takes away all listeners: as if the extension had come later. */
const firstComer = `<!doctype html><meta charset="utf-8"><script>onload = () => setTimeout(() => {
  document.open();
  addEventListener('keydown', (event) => event.stopImmediatePropagation(), true);
  document.write(${JSON.stringify(articlePage('先来的网页')).replaceAll('</', String.raw`<\/`)});
  document.close();
})</script>`;

let browser: Browser;
let page: Page;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/greedy': pageWith(greedy), '/jealous': pageWith(jealous), '/first-comer': firstComer, [encodeURI('/甲.svg')]: picture, [encodeURI('/乙.svg')]: picture });
  browser = await startBrowser();
  page = browser.page;
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const heard = (): Promise<string[]> => page.evaluate(() => (globalThis as typeof globalThis & { heard: string[] }).heard.splice(0));

describe.each(['greedy', 'jealous'])('over a page that is %s', (kind) => {
  let reader: Shadow;
  const has = (selector: string): Promise<boolean> => reader.evaluate((root, wanted) => root.querySelector(wanted) !== null, selector);
  const comes = (selector: string): Promise<unknown> => waitUntil(() => has(selector), selector);
  const goes = (selector: string): Promise<unknown> => waitUntil(async () => !(await has(selector)), `${selector} to go`);
  const valueOf = (selector: string): Promise<string | undefined> => reader.evaluate((root, wanted) => root.querySelector<HTMLInputElement>(wanted)?.value, selector);
  const panels = { t: '[data-testid=typography]', '?': '[data-testid=keys]' };
  const find = '[data-testid=find] input';

  beforeEach(async () => {
    await page.goto('about:blank');
    await page.goto(`${site.origin}/${kind}`);
    reader = await openReader(page);
    await page.mouse.move(640, 300);
    await heard();
  });

  test('what the page makes up does nothing in the reader', async () => {
    const toggle = await reader.evaluate((root) => root.querySelector('[data-testid=typography-toggle]')?.getBoundingClientRect().toJSON() as DOMRect);
    await page.evaluate(([host, x, y]) => {
      for (const target of [window, document.documentElement, document.querySelector(host)]) {
        for (const key of ['t', 's', 'Escape']) target?.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true }));
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) target?.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerType: 'mouse', detail: 1, bubbles: true, composed: true, cancelable: true }));
      }
    }, [readerHost, toggle.x + 5, toggle.y + 5] as const);
    await page.keyboard.press('?');
    await comes(panels['?']);
    expect([await has(panels.t), await reader.evaluate((root) => root.querySelector('[data-testid=save]')?.getAttribute('data-on'))]).toEqual([false, 'false']);
  });

  test('the reader obeys every key, in fields and in the picture viewer too, and the page hears none', async () => {
    for (const [key, panel] of Object.entries(panels)) {
      await page.keyboard.press(key);
      await comes(panel);
      await page.keyboard.press('Escape');
      await goes(panel);
    }
    for (const key of ['j', 'n']) {
      const before = await reader.evaluate((root) => root.activeElement?.id);
      await page.keyboard.press(key);
      await waitUntil(async () => (await reader.evaluate((root) => root.activeElement?.id)) !== before, `${key} to go on`);
    }
    await page.keyboard.press('/');
    await waitUntil(() => reader.evaluate((root, wanted) => root.activeElement?.matches(wanted) === true, find), 'the field');
    await page.keyboard.type('jt?');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'kucun', selectionStart: 5, selectionEnd: 5 });
    for (const type of ['rawKeyDown', 'keyUp'] as const) await session.send('Input.dispatchKeyEvent', { type, key: 'j', code: 'KeyJ', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 });
    await session.send('Input.insertText', { text: '库存' });
    expect([await valueOf(find), await has(panels.t)]).toEqual(['jt?库存', false]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('库存');
    await comes('mark.found');
    await page.keyboard.press('Escape');
    if (await has(find)) await page.keyboard.press('Escape');
    await goes(find);
    await reader.click('[data-testid=body] figure img');
    await comes('[data-testid=viewer]');
    await page.keyboard.press('ArrowRight');
    await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=picture-caption]')?.textContent === '图乙'), 'the next picture');
    await page.keyboard.press('Escape');
    await goes('[data-testid=viewer]');
    expect(await heard()).toEqual([]);
    await page.keyboard.press('Escape');
    await waitForNoReader(page);
    expect(await heard()).toEqual([]);
  });

  test('words are selected, copied as they were written, highlighted and noted, and a right click is free', async () => {
    const words = await page.evaluate(() => document.querySelector('article p')?.textContent ?? '');
    await page.evaluate(() => navigator.clipboard.writeText('none yet'));
    await reader.evaluate((root) => root.querySelector('.reader')?.scrollTo({ top: 0, behavior: 'instant' }));
    const place = await reader.evaluate((root) => root.querySelector('[data-testid=body] > p')?.getBoundingClientRect().toJSON() as DOMRect);
    const at = [place.left + 40, place.top + 12] as const;
    await page.mouse.click(...at, { clickCount: 3 });
    await comes('[data-testid=selection-bar]');
    await page.keyboard.press('Control+c');
    await waitUntil(async () => (await page.evaluate(() => navigator.clipboard.readText())).trim() === words, 'the copy');
    await page.mouse.click(...at, { button: 'right' });
    await comes('[data-testid=selection-bar]');
    await reader.click('[data-testid=selection-note]');
    await comes('[data-testid=note]');
    await page.keyboard.type('jsh');
    expect(await valueOf('[data-testid=note]')).toBe('jsh');
    await reader.click('[data-testid=annotation-done]');
    await goes('[data-testid=note]');
    expect([await has('mark[data-annotation]'), await heard()]).toEqual([true, []]);
  });

  test('every button and switch answers to the mouse, a press outside closes, and the page hears of none', async () => {
    await reader.click('[data-testid=typography-toggle]');
    await comes(panels.t);
    const indent = (): Promise<string> => reader.evaluate((root) => getComputedStyle(root.querySelector('[data-testid=body] > p') as Element).textIndent);
    const before = await indent();
    await reader.click('[data-testid=firstLineIndent]');
    await waitUntil(async () => (await indent()) !== before, 'the indent');
    await reader.click('[data-testid=typography-reset]');
    await waitUntil(async () => (await indent()) === before, 'the reset');
    await reader.click('[data-testid=title]');
    await goes(panels.t);
    await page.mouse.move(640, 1);
    await page.mouse.wheel(0, 400);
    await waitUntil(() => reader.evaluate((root) => (root.querySelector('.reader')?.scrollTop ?? 0) > 0), 'the wheel');
    expect(await heard()).toEqual([]);
    await reader.click('[data-testid=close]');
    await waitForNoReader(page);
  });

  test('once it is closed the page has all of it again', async () => {
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
    await heard();
    await page.keyboard.press('j');
    await page.mouse.click(640, 300);
    const types = (await heard()).map((line) => line.split(' ')[0]);
    expect(types).toEqual(expect.arrayContaining(kind === 'greedy' ? ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click'] : ['keydown', 'pointerdown', 'click']));
  });
});

const has = (reader: Shadow, testId: string): Promise<boolean> => reader.evaluate((root, id) => root.querySelector(`[data-testid=${id}]`) !== null, testId);

async function gotoFirstComer(): Promise<void> {
  await page.goto(`${site.origin}/first-comer`);
  await page.waitForSelector('article');
}

test('a page that was there first, and stops every key at its window, does not keep them from the reader', async () => {
  await gotoFirstComer();
  const reader = await openReader(page);
  const { keyboard } = page;
  const theme = (): Promise<boolean> => has(reader, 'typography');
  await keyboard.press('t');
  await waitUntil(theme, 'the panel');
  await keyboard.press('Escape');
  await waitUntil(async () => !(await theme()), 'the panel to close');
  await keyboard.press('?');
  await waitUntil(() => has(reader, 'keys'), 'the list of keys');
  await keyboard.press('Escape');
  await waitUntil(async () => !(await has(reader, 'keys')), 'the list to close');
  await keyboard.press('/');
  await waitUntil(() => reader.evaluate((root) => root.activeElement?.matches('[data-testid=find] input') === true), 'the field to have the focus');
  await keyboard.type('库存 jt?');
  expect(await reader.evaluate((root) => [root.querySelector<HTMLInputElement>('[data-testid=find] input')?.value, root.querySelector('[data-testid=typography]')])).toEqual(['库存 jt?', null]);
  // The first one empties the field, which is the browser's own doing.
  await keyboard.press('Escape');
  await waitUntil(async () => (await reader.evaluate((root) => root.querySelector<HTMLInputElement>('[data-testid=find] input')?.value ?? '')) === '', 'the field to be empty');
  if (await has(reader, 'find')) await keyboard.press('Escape');
  await waitUntil(async () => !(await has(reader, 'find')), 'the field to go');
  await keyboard.press('Escape');
  await waitForNoReader(page);
});

test.each([['Ctrl and a letter', 'Control+j'], ['Alt and a letter', 'Alt+t']])('on such a page %s does nothing in the reader either', async (_, keys) => {
  await gotoFirstComer();
  const reader = await openReader(page);
  await page.keyboard.press(keys);
  await page.keyboard.press('?');
  await waitUntil(() => has(reader, 'keys'), 'the list of keys');
  expect(await has(reader, 'typography')).toBe(false);
});

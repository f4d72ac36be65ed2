import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/article': articlePage('输入法的账') });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The keys that do something in the reader or in the library, as a browser tells of them while an input method has them. */
const keys = ['Enter', 'j', 't', 's', 'h', 'x', 'e', '/', '?', '+', 'Delete', 'Backspace'];

/** Begins a word in an input method, and presses keys that go to it; a browser empties a field for searching on Esc of itself. */
async function compose(page: Page, pressed = keys): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  for (const key of pressed) {
    for (const type of ['rawKeyDown', 'keyUp'] as const) await session.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 });
  }
  return session;
}

async function openView(): Promise<Shadow> {
  await browser.page.goto('about:blank');
  await browser.page.goto(`${site.origin}/article`);
  return openReader(browser.page);
}

/** What stands in a field, whether it has the focus, and what lies over the text with it. */
function stateOf(reader: Shadow, selector: string): Promise<unknown[]> {
  return reader.evaluate((root, wanted) => {
    const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
    const panels = [...root.querySelectorAll('[data-testid=typography], [data-testid=keys], [data-drawer=true]')].length;
    return [field?.value, field === root.activeElement, panels, (root.querySelector('.reader') as HTMLElement).style.getPropertyValue('--text-size')];
  }, selector);
}

test('while a word is composed in the find field, no key acts; the word arrives', async () => {
  const reader = await openView();
  await browser.page.keyboard.press('/');
  await waitUntil(() => reader.evaluate((root) => root.activeElement?.matches('[data-testid=find] input')), 'the field');
  const session = await compose(browser.page);
  expect(await stateOf(reader, '[data-testid=find] input')).toEqual(['nihao', true, 0, '18px']);
  await session.send('Input.insertText', { text: '库存' });
  await waitUntil(() => reader.evaluate((root) => root.querySelector('mark.found')?.textContent === '库存'), 'the find');
});

test('while a note is composed, no key acts, Esc neither', async () => {
  const reader = await openView();
  const place = await reader.evaluate((root) => {
    const { left, top } = root.querySelector('[data-testid=body] > p')?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + 20, y: top + 10 };
  });
  await browser.page.mouse.click(place.x, place.y, { clickCount: 3 });
  await browser.page.keyboard.press('h');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('mark.highlight') !== null), 'the highlight');
  await browser.page.mouse.click(place.x, place.y);
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=note]') !== null), 'the note');
  await reader.click('[data-testid=note]');
  const session = await compose(browser.page, [...keys, 'Escape']);
  expect(await stateOf(reader, '[data-testid=note]')).toEqual(['nihao', true, 0, '18px']);
  await session.send('Input.insertText', { text: '你好' });
  expect(await stateOf(reader, '[data-testid=note]')).toEqual(['你好', true, 0, '18px']);
});

test('while words or a tag are composed in the library, no key acts', async () => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  await page.locator('[data-testid=row-box]').first().check();
  for (const field of ['tag-input', 'search']) {
    await page.locator(`[data-testid=${field}]`).click();
    const session = await compose(page);
    expect([field, await page.evaluate(() => (document.activeElement as HTMLInputElement).value)]).toEqual([field, 'nihao']);
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await session.detach();
    // What is sought narrows the list until it is taken back.
    await waitUntil(async () => (await page.locator('[data-testid=row-box]:checked').count()) === 1, 'the row, chosen as before');
  }
  await page.close();
});

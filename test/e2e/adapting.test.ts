import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Send } from './axe.ts';
import { emulateMedia, sendTo } from './axe.ts';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { serveSite } from './site.ts';

let browser: Browser;
let site: Site;
let send: Send;

beforeAll(async () => {
  site = await serveSite();
  browser = await startBrowser();
  send = await sendTo(browser.page);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  await browser.page.setViewportSize({ width: 1280, height: 1024 });
  await emulateMedia(send, {});
  await browser.page.goto('about:blank');
  await browser.page.goto(site.origin);
});

const panels = [['o', '.rail'], ['t', '[data-testid=typography]'], ['?', '[data-testid=keys]'], ['/', '[data-testid=find]']] as const;

/** What can be pressed or read in a part of the reader and stands beyond the sides of the view. */
function cutOff(reader: Shadow, selector: string): Promise<string[]> {
  return reader.evaluate((root, part) => {
    const found = [...root.querySelectorAll(`${part} :is(button, input, label, h1, h2, p, dt, dd, select)`)];
    const visible = found.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden') === null);
    if (visible.length === 0) throw new Error(`nothing stands in ${part}`);
    return visible.filter((element) => element.getBoundingClientRect().left < -0.5 || element.getBoundingClientRect().right > innerWidth + 0.5).map(({ outerHTML }) => outerHTML.slice(0, 80));
  }, selector);
}

/** A zoom of 200 and of 400 percent leaves so many px of a view of 1280 by 1024. */
test.each([[640, 512], [320, 256]])('at %i px nothing is cut off, and nothing scrolls sideways', async (width, height) => {
  await browser.page.setViewportSize({ width, height });
  const reader = await openReader(browser.page);
  const grown = (): Promise<boolean> => reader.evaluate((root) => [...root.querySelectorAll('.reader, dialog')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
  expect([await cutOff(reader, '.sheet'), await cutOff(reader, '.tools'), await grown()]).toEqual([[], [], false]);
  for (const [key, part] of panels) {
    await browser.page.keyboard.press(key);
    await waitUntil(() => reader.evaluate((root, selector) => root.querySelector(selector)?.checkVisibility({ visibilityProperty: true }), part), part);
    await waitUntil(() => reader.evaluate((root) => root.getAnimations().every(({ playState, timeline }) => playState === 'finished' || !(timeline instanceof DocumentTimeline))), 'the panel to rest');
    expect([part, await cutOff(reader, part), await grown()]).toEqual([part, [], false]);
    await browser.page.keyboard.press('Escape');
  }
});

test('in forced colours the focus is seen on everything that the Tab key reaches', async () => {
  await emulateMedia(send, { 'forced-colors': 'active' });
  const reader = await openReader(browser.page);
  const seen = new Set<string>();
  for (let step = 0; step < 24; step += 1) {
    await browser.page.keyboard.press('Tab');
    const [name, outline] = await reader.evaluate((root) => {
      const { activeElement } = root;
      return activeElement === null ? ['', ''] : [activeElement.outerHTML.slice(0, 80), `${getComputedStyle(activeElement).outlineStyle} ${getComputedStyle(activeElement).outlineWidth}`];
    });
    if (name === undefined || name === '') continue;
    seen.add(name);
    expect([name, outline]).toEqual([name, 'solid 2px']);
  }
  expect(seen.size).toBeGreaterThan(10);
});

test('in forced colours highlights, what was found and how far one has read are seen', async () => {
  await emulateMedia(send, { 'forced-colors': 'active' });
  const reader = await openReader(browser.page);
  const ground = (selector: string, part?: string): Promise<string | undefined> => reader.evaluate((root, [wanted = '', pseudo]) => {
    const element = root.querySelector(wanted);
    return element === null ? undefined : getComputedStyle(element, pseudo).backgroundColor;
  }, [selector, part]);
  const paper = await ground('.reader');
  expect(await ground('.sheet', '::before')).not.toBe(paper);
  const place = await reader.evaluate((root) => {
    const { left, top } = root.querySelector('[data-testid=body] > p')?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + 20, y: top + 10 };
  });
  await browser.page.mouse.click(place.x, place.y, { clickCount: 3 });
  await browser.page.keyboard.press('h');
  await waitUntil(() => ground('mark.highlight'), 'the highlight');
  expect(await ground('mark.highlight')).not.toBe(paper);
  await browser.page.keyboard.press('/');
  await waitUntil(() => reader.evaluate((root) => root.activeElement?.matches('[data-testid=find] input')), 'the field');
  await browser.page.keyboard.insertText('冷链');
  await waitUntil(() => ground('mark.found:not([data-current])'), 'the finds');
  expect(new Set([paper, await ground('mark.found:not([data-current])'), await ground('mark.found[data-current]')]).size).toBe(3);
});

test('where less motion is asked for nothing moves', async () => {
  await emulateMedia(send, { 'prefers-reduced-motion': 'reduce' });
  const reader = await openReader(browser.page);
  for (const key of ['t', 'Escape', '?', 'Escape', 'j']) {
    await browser.page.keyboard.press(key);
    expect(await reader.evaluate((root) => root.getAnimations().length)).toBe(0);
  }
});

test('the browser’s own find in page finds what stands in the reader, and not what lies behind it', async () => {
  const reader = await openReader(browser.page);
  const find = (words: string): Promise<boolean> => browser.page.evaluate((text) => (window as Window & { find?: (words: string) => boolean }).find?.(text) === true, words);
  expect(await find('这二十六分钟不会出现在任何一张单据上')).toBe(true);
  const chosen = await reader.evaluate((root) => (root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.()?.toString());
  expect(chosen).toBe('这二十六分钟不会出现在任何一张单据上');
  expect(await find('立即报名')).toBe(false);
});

const ourPages = ['popup', 'saved article', 'library', 'transfer'] as const;

/** A page of the extension with something in it, as a tab of its own. */
async function openOurs(name: (typeof ourPages)[number]): Promise<Page> {
  const { context, extensionId } = browser;
  const page = await context.newPage();
  const base = `chrome-extension://${extensionId}/src`;
  await page.goto(`${base}/${name === 'transfer' ? 'transfer' : name === 'popup' ? 'popup' : 'library-page'}/index.html`);
  if (name === 'popup') await page.click('[data-testid=tab-saved]');
  await page.waitForSelector(name === 'transfer' ? 'input[name=format]' : '[data-testid=saved-open]');
  if (name !== 'saved article') return page;
  const opened = context.waitForEvent('page');
  await page.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  await page.close();
  return saved;
}

/** What can be pressed or read and stands beyond the sides of the view, where nothing scrolls to it. */
function beyondSides(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean => element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const visible = [...document.querySelectorAll('button, input, label, h1, h2, p, a, select, summary')].filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.closest('.visually-hidden') === null);
    if (visible.length < 3) throw new Error('nothing stands there');
    const cut = visible.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -0.5 || right > innerWidth + 0.5) && !scrolls(element.parentElement);
    });
    const wide = [document.documentElement, ...document.querySelectorAll('main')].filter((element) => element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX !== 'hidden');
    return [...cut, ...wide].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

describe.each(ourPages)('the pages of the extension: %s', (name) => {
  let page: Page;

  beforeAll(async () => {
    await browser.page.goto(site.origin);
    const reader = await openReader(browser.page);
    await reader.evaluate((root) => {
      const button = root.querySelector<HTMLElement>('[data-testid=save]');
      if (button?.dataset['on'] !== 'true') button?.click();
    });
    await waitUntil(() => reader.evaluate((root) => root.querySelector<HTMLElement>('[data-testid=save]')?.dataset['on'] === 'true'), 'the article to be kept');
    page = await openOurs(name);
  });

  afterAll(() => page?.close());

  test.each([[640, 512], [320, 256]])('at %i px nothing is cut off, and nothing scrolls sideways', async (width, height) => {
    await page.setViewportSize({ width, height });
    expect(await beyondSides(page)).toEqual([]);
  });

  test('in forced colours the focus is seen on everything that the Tab key reaches', async () => {
    await page.setViewportSize({ width: 1280, height: 1024 });
    await emulateMedia(await sendTo(page), { 'forced-colors': 'active' });
    await page.bringToFront();
    const seen = new Set<string>();
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      const [shown, outline] = await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return ['', ''];
        // A field that is drawn by its label shows the focus there.
        const drawn = activeElement.matches('.visually-hidden') ? [activeElement.parentElement, ...(activeElement.parentElement?.children ?? [])] : [activeElement, activeElement.parentElement];
        const outlines = drawn.flatMap((element) => (element ? [getComputedStyle(element), getComputedStyle(element, '::after')] : [])).filter(({ outlineStyle }) => outlineStyle !== 'none');
        return [activeElement.outerHTML.slice(0, 120), outlines.map(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`)[0] ?? 'none'];
      });
      if (shown === undefined || shown === '') continue;
      seen.add(shown);
      expect([shown, outline]).toEqual([shown, expect.stringMatching(/^(solid 2px|auto)/)]);
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  test('where less motion is asked for nothing moves', async () => {
    await emulateMedia(await sendTo(page), { 'prefers-reduced-motion': 'reduce' });
    await page.reload();
    await page.waitForSelector('body > *');
    for (const key of ['Tab', 'Tab', 'Enter', 'Escape', 't', 'Escape']) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
  });
});

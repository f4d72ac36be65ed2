import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

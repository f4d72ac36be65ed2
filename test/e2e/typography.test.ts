import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { evaluateInServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

const said = '方的工厂把排产的周期从一个月缩短到一周，库存随之降了三成，周转的速度快了将近一倍，采购的人不再只问价格，他们更想知道这批料能不能到货。';
const indents = ['　　甲', '&emsp;&emsp;乙', '&nbsp;&nbsp;&nbsp;&nbsp;丙', '<span>　　</span><strong>丁</strong>', '戊'];
const indented = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>缩进的写法</title></head><body><main><article><h1>缩进的写法</h1>${indents.map((start) => `<p>${start}${said}</p>`).join('')}</article></main></body></html>`;

const mixed = articlePage('字里行间', `<p>${'他说“账要算细”（按三年算），再问：值不值？值，当然值……那就做！'.repeat(6)}</p><p lang="en" translate="no">Jingdu keeps what a page says of its languages.</p><table><tr><th>年</th><th>营收</th></tr><tr><td>2024</td><td>1,200</td></tr></table>`);

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/mixed': mixed, '/indented': indented });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  await browser.page.setViewportSize({ width: 1280, height: 800 });
  await browser.page.goto('about:blank');
  await browser.page.goto(site.origin);
});

/** What can be measured of how the text is set. */
function setting(reader: Shadow) {
  return reader.evaluate((root) => {
    const view = root.querySelector('[data-testid=reader]') as HTMLElement;
    const paragraph = root.querySelector('[data-testid=body] > p') as HTMLElement;
    const style = getComputedStyle(paragraph);
    return {
      theme: view.dataset['theme'], ground: getComputedStyle(view).backgroundColor,
      size: style.fontSize, weight: style.fontWeight, leading: parseFloat(style.lineHeight) / parseFloat(style.fontSize), gap: style.marginBottom,
      indent: style.textIndent, align: style.textAlign, face: style.fontFamily, width: paragraph.getBoundingClientRect().width,
      text: root.querySelector('[data-testid=body]')?.textContent,
    };
  });
}

const has = (reader: Shadow, testId: string): Promise<boolean> => reader.evaluate((root, id) => root.querySelector(`[data-testid=${id}]`) !== null, testId);

async function openPanel(): Promise<Shadow> {
  const reader = await openReader(browser.page);
  await browser.page.keyboard.press('t');
  await waitUntil(() => has(reader, 'typography'), 'the panel');
  return reader;
}

test('the text stands as one sets it, by keys alone, and stays so for the next page and the saved articles', async () => {
  const reader = await openPanel();
  const { keyboard } = browser.page;
  const before = await setting(reader);
  expect(before).toMatchObject({ theme: 'system', size: '18px', weight: '400', indent: '0px', align: 'justify', width: 684 });
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Tab', 'ArrowRight', 'Tab', 'ArrowRight', 'ArrowRight', 'Tab', 'ArrowRight', 'Tab', 'End', 'Tab', 'Home', 'Tab', 'ArrowLeft', 'Tab', 'Space', 'Tab', 'Space']) await keyboard.press(key);
  const chosen = { theme: 'sepia', ground: 'rgb(243, 233, 212)', size: '20px', weight: '500', leading: 2.4, gap: '0px', indent: '40px', align: 'start', width: 740, text: before.text };
  await waitUntil(async () => (await setting(reader)).align === 'start', 'the last change');
  const after = await setting(reader);
  expect(after).toMatchObject(chosen);
  expect(after.face).toMatch(/^"?PingFang SC/);
  await keyboard.press('Escape');
  expect(await has(reader, 'typography')).toBe(false);
  await keyboard.press('Escape');
  await waitForNoReader(browser.page);
  await browser.page.reload();
  expect(await setting(await openReader(browser.page))).toMatchObject(chosen);
  const stored = await evaluateInServiceWorker(browser, async () => [await chrome.storage.sync.get(null), await chrome.storage.local.get(null)].map((area) => Object.keys(area).filter((key) => key.startsWith('setting:')).length));
  expect(stored).toEqual([9, 0]);
});

test('the popup and the saved page take the theme', async () => {
  const reader = await openPanel();
  await reader.click('label:has([data-testid=theme-black])');
  await waitUntil(async () => (await setting(reader)).theme === 'black', 'the theme');
  await pressShortcut(browser.page, 'Escape');
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector<HTMLElement>('[data-testid=save]')?.dataset['on'] === 'true'), 'the article to be kept');
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  const popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  await popup.waitFor('[data-testid=saved-open]');
  expect(await popup.evaluate(() => getComputedStyle(document.querySelector('.popup') as Element).backgroundColor)).toBe('rgb(0, 0, 0)');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body]');
  expect(await saved.locator('[data-testid=reader]').evaluate((view) => getComputedStyle(view).backgroundColor)).toBe('rgb(0, 0, 0)');
  await saved.close();
});

test('each face has a font for every system; one press puts everything back', async () => {
  const reader = await openPanel();
  const systems = { hei: ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'], kai: ['Kaiti SC', 'KaiTi', 'AR PL UKai CN'], song: ['Songti SC', 'SimSun', 'Noto Serif CJK SC'] };
  for (const [face, names] of Object.entries(systems)) {
    await reader.click(`label:has([data-testid=font-${face}])`);
    await waitUntil(async () => (await setting(reader)).face.includes(names[0] ?? ''), `the face ${face}`);
    const { face: stack } = await setting(reader);
    expect(names.filter((name) => !stack.includes(name))).toEqual([]);
  }
  await reader.click('[data-testid=typography-reset]');
  await waitUntil(async () => (await setting(reader)).theme === 'system', 'the defaults');
  expect(await setting(reader)).toMatchObject({ size: '18px', indent: '0px', align: 'justify', width: 684 });
});

test('what is copied is what was written', async () => {
  const reader = await openReader(browser.page);
  const texts = await reader.evaluate((root) => {
    const shown = [...root.querySelectorAll('[data-testid=body] > p')].map((paragraph) => paragraph.textContent ?? '');
    const written = [...document.querySelectorAll('p')].map((paragraph) => (paragraph.textContent ?? '').replace(/\s+/g, ' ').trim());
    return shown.filter((text) => !written.includes(text.replace(/\s+/g, ' ').trim()));
  });
  expect(texts).toEqual([]);
});

test('lines begin and end as a Chinese book has them, at any width, and languages keep their names', async () => {
  await browser.page.goto(`${site.origin}/mixed`);
  const reader = await openReader(browser.page);
  for (const width of [320, 347, 1280]) {
    await browser.page.setViewportSize({ width, height: 800 });
    expect(await reader.evaluate(linesOf)).toEqual({ areMany: true, broken: [] });
  }
  const set = await reader.evaluate((root) => {
    const [body, figure, foreign] = ['.body', '.body td:last-child', '.body [lang=en]'].map((selector) => root.querySelector(selector) ?? document.body);
    const { lineBreak, textAutospace, textSpacingTrim } = getComputedStyle(body as Element) as CSSStyleDeclaration & Record<'textAutospace' | 'textSpacingTrim', string>;
    return [lineBreak, textAutospace, textSpacingTrim, getComputedStyle(figure as Element).fontVariantNumeric, foreign?.getAttribute('translate')];
  });
  expect(set).toEqual(['strict', 'normal', 'trim-start', 'lining-nums tabular-nums', 'no']);
});

/** Whether the paragraphs have many lines, and those of them that begin or end with a sign that may not stand there. */
function linesOf(root: ShadowRoot): { areMany: boolean; broken: string[] } {
  const range = document.createRange();
  const seen = { ends: 0, broken: [] as string[] };
  for (const paragraph of root.querySelectorAll('[data-testid=body] > p:not([lang])')) {
    const text = paragraph.firstChild as Text;
    const topOf = (at: number): number => (range.setStart(text, at), range.setEnd(text, at + 1), range.getBoundingClientRect().top);
    for (let at = 1; at < text.length; at += 1) {
      if (topOf(at) - topOf(at - 1) < 10) continue;
      seen.ends += 1;
      if (/[，。；：！？、）」”…]/.test(text.data.charAt(at)) || /[（「“]/.test(text.data.charAt(at - 1))) seen.broken.push(text.data.slice(at - 3, at + 3));
    }
  }
  return { areMany: seen.ends > 6, broken: seen.broken };
}

const ourPages = ['src/popup', 'src/reader', 'src/library-page', 'src/transfer'];

/** Chosen somewhere else than on the page that is looked at. */
const chooseTheme = (theme: string): Promise<void> => evaluateInServiceWorker(browser, (value) => chrome.storage.sync.set({ 'setting:theme': value }), theme);

/** The ground of a page and of what fills it, as each frame of its opening had it. */
async function groundsAtOpening(path: string): Promise<string[]> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    const grounds = new Set<string>();
    Object.assign(globalThis, { grounds });
    const look = (): void => {
      const filling = document.querySelector('body > *');
      for (const element of [document.documentElement, filling]) if (element !== null) grounds.add(getComputedStyle(element).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  await page.waitForSelector('body > *');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const grounds = await page.evaluate(() => [...(globalThis as typeof globalThis & { grounds: Set<string> }).grounds]);
  await page.close();
  return grounds;
}

test('no page of the extension shows another ground than that of the theme, in any frame, on a system that is light', async () => {
  await chooseTheme('black');
  await groundsAtOpening('src/library-page/index.html');
  for (const path of ourPages) expect([path, await groundsAtOpening(`${path}/index.html`)]).toEqual([path, ['rgb(0, 0, 0)']]);
});

/** The ground of a page as it stands once it is loaded, which is when a popup is shown. */
async function groundOnceLoaded(path: string): Promise<string> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => addEventListener('load', () => Object.assign(globalThis, { ground: getComputedStyle(document.documentElement).backgroundColor })));
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  await page.waitForSelector('body > *');
  const ground = await page.evaluate(() => (globalThis as typeof globalThis & { ground: string }).ground);
  await page.close();
  return ground;
}

test('after a theme was chosen over a page, while no page of the extension was open, the next one has it from the start', async () => {
  for (const path of ourPages) {
    for (const [theme, ground] of [['sepia', 'rgb(243, 233, 212)'], ['black', 'rgb(0, 0, 0)']] as const) {
      await chooseTheme(theme);
      expect([path, await groundOnceLoaded(`${path}/index.html`)]).toEqual([path, ground]);
    }
  }
});

/** The ground that a page of ours shows. */
const groundOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('.reader') ?? document.documentElement).backgroundColor);

test('whichever page of the extension is open takes a theme at once that is chosen elsewhere, and that of the system where it follows it', async () => {
  for (const path of ourPages) {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/${path}/index.html`);
    await page.waitForSelector('body > *');
    for (const [theme, ground] of [['sepia', 'rgb(243, 233, 212)'], ['dark', 'rgb(23, 25, 27)'], ['system', 'rgb(251, 250, 246)']] as const) {
      await chooseTheme(theme);
      await waitUntil(async () => (await groundOf(page)) === ground, `${theme} in ${path}`);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([path, await groundOf(page)]).toEqual([path, 'rgb(23, 25, 27)']);
    await page.close();
  }
});

test('an indent that was typed is not added to the one that is set, nor copied', async () => {
  await evaluateInServiceWorker(browser, () => chrome.storage.sync.set({ 'setting:firstLineIndent': true }));
  await browser.page.goto(`${site.origin}/indented`);
  const reader = await openReader(browser.page);
  const firstLetters = await reader.evaluate((root) => [...root.querySelectorAll<HTMLElement>('[data-testid=body] > p')].map((paragraph) => {
    const range = document.createRange();
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (text === null) throw new Error('no text');
    range.setStart(text, 0);
    range.setEnd(text, 1);
    return [range.toString(), (range.getBoundingClientRect().left - paragraph.getBoundingClientRect().left) / parseFloat(getComputedStyle(paragraph).fontSize)];
  }));
  expect(firstLetters).toEqual(['甲', '乙', '丙', '丁', '戊'].map((letter) => [letter, 2]));
});

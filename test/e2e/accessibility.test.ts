import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Send } from './axe.ts';
import { ask, colourFaultsOf, emulateMedia, faultsOf, faultsOfReader, sendTo } from './axe.ts';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, plainPage, serveSite } from './site.ts';

/** Each theme in each of the two faces that the system can give it. */
const faces = [
  ['system', 'light'], ['system', 'dark'], ['paper', 'dark'], ['white', 'dark'], ['sepia', 'dark'], ['dark', 'light'], ['black', 'light'], ['contrast', 'light'], ['contrast', 'dark'],
] as const;

const rich = `<blockquote><p>等到所有人都算清了这笔账，先动手的人已经把客户带走了。</p></blockquote>
  <figure><img src="/cold-chain.svg" alt="走势" width="600" height="400"><figcaption>图一　走势</figcaption></figure>
  <p>现场的人<sup id="r1"><a href="#n1">[1]</a></sup>把它<code>记</code>了下来，<a href="https://example.com/">后来</a>成了每天交接班时都要念的一段话。</p>
  <table><caption>表一　账期</caption><thead><tr><th>城市</th><th>天数</th></tr></thead><tbody><tr><td>甲</td><td>9,512</td></tr></tbody></table>
  <pre><code>if (due) go()</code></pre><p>最后的账要等到年底才算得清，眼下没有人愿意先开口。</p><ol><li id="n1">指当班的三个人。<a href="#r1">↩</a></li></ol>`;

let browser: Browser;
let site: Site;
let send: Send;
/** A saved article, the library and the page for taking out and bringing in. */
let pages: Record<'saved' | 'library' | 'transfer', Page>;

beforeAll(async () => {
  site = await serveSite({ '/rich': articlePage('把等待写进账里', rich), '/login': plainPage });
  browser = await startBrowser();
  const view = await openView();
  await selectParagraph(view);
  await click('[data-testid=colour-green]')(view);
  await waitUntil(() => shows(view, 'said'), 'the word about it');
  await click('mark[data-annotation]')(view);
  pages = { saved: await openSaved(), library: await open('src/library-page/index.html'), transfer: await open('src/transfer/index.html') };
  await pages.library.locator('[data-testid=row-box]').first().check();
  send = await sendTo(browser.page);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  return page;
}

/** The saved article, as a click on its row in the popup opens it. */
async function openSaved(): Promise<Page> {
  const popup = await clickToolbarIcon(browser);
  await popup.click('[data-testid=tab-saved]');
  const opened = browser.context.waitForEvent('page');
  await popup.click('[data-testid=saved-open]');
  const page = await opened;
  await page.locator('[data-testid=show-pictures]').click();
  await page.waitForSelector('[data-testid=body] img');
  return page;
}

/** Wished for on this computer, from a page of the extension: the browser's sync takes two changes in a second at most. */
function setTheme(toPage: Send, theme: string): Promise<unknown> {
  return ask(toPage, `chrome.storage.local.set({ 'setting:theme': '${theme}' })`);
}

/** The reader over a page or in a page of its own. */
interface View extends Shadow {
  page: Page;
}

type Bring = (view: View) => Promise<void>;
const press = (key: string): Bring => ({ page }) => page.keyboard.press(key);
const click = (...selectors: string[]): Bring => async (view) => {
  for (const selector of selectors) {
    await waitUntil(() => view.evaluate((root, wanted) => root.querySelector(wanted) !== null, selector), selector);
    await view.click(selector);
  }
};

/** What stands over or beside the text once it is brought: Esc takes it away again. */
const parts: readonly [testId: string, bring: Bring][] = [
  ['typography', press('t')], ['keys', press('?')], ['find', press('/')],
  ['tool-menu', click('[data-testid=more-tools]')],
  ['annotation-list', click('[data-testid=more-tools]', '[data-testid=menu-annotations]')],
  ['footnote', click('[data-footnote]')],
  ['annotation-editor', click('mark[data-annotation]')],
  ['selection-bar', selectParagraph],
];

function selectParagraph(view: View): Promise<void> {
  return view.evaluate((root) => {
    const paragraph = root.querySelector('.body p');
    if (paragraph) getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 1);
    document.dispatchEvent(new Event('selectionchange'));
  });
}

function shows(view: View, testId: string): Promise<boolean> {
  return view.evaluate((root, selector) => root.querySelector(selector) !== null, `[data-testid=${testId}]`);
}

/** Looks at the text, and then at each part that can stand over it. */
async function lookAtParts(view: View, look: (selector: string) => Promise<void>): Promise<void> {
  await waitUntil(() => shows(view, 'body'), 'the text');
  await view.evaluate((root) => root.querySelector('details')?.setAttribute('open', ''));
  await look('body');
  for (const [testId, bring] of parts) {
    await bring(view);
    await waitUntil(() => shows(view, testId), testId);
    await look(`[data-testid=${testId}]`);
    await view.page.keyboard.press('Escape');
    await waitUntil(async () => !(await shows(view, testId)), `${testId} to go`);
    expect(await shows(view, 'body')).toBe(true);
  }
}

const worn = "[document.documentElement, document.querySelector('.reader') ?? document.documentElement].map(({ dataset }) => dataset.theme).join()";

/** A colour that is on its way to another one would be measured in between. */
const inFace = (face: string): Record<string, string> => ({ 'prefers-color-scheme': face, 'prefers-reduced-motion': 'reduce' });

/** Does something in each theme and each face of the system, once the page wears it. */
async function inEveryFace(toPage: Send, deed: (index: number) => Promise<unknown>): Promise<void> {
  for (const [index, [theme, face]] of faces.entries()) {
    await setTheme(toPage, theme);
    await emulateMedia(toPage, inFace(face));
    await waitUntil(async () => (await ask(toPage, worn)) === `${theme},${theme}`, `the page to wear ${theme}`);
    expect([theme, face, await deed(index)]).toEqual([theme, face, []]);
  }
}

/** Everything at first; from one theme to the next the elements are the same, and only their colours are others. */
const expectNoFault = (toPage: Send, selector: string): Promise<void> =>
  inEveryFace(toPage, (index) => (index === 0 ? faultsOf(toPage) : colourFaultsOf(toPage, selector)));

/** The colours of text and ground of all that both readers show, in the order of the tree. */
function coloursOf(view: View): Promise<string[]> {
  return view.evaluate((root) => [...root.querySelectorAll('.rail *, .head *, .body *, .colophon *')].map((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return `${element.tagName} ${color} ${backgroundColor}`;
  }));
}

/** The reader in a page of its own, which has no root to go into. */
function viewOf(page: Page): View {
  const evaluate: Shadow['evaluate'] = (run, argument) => page.locator('body').evaluate(run as never, argument);
  return { page, evaluate, click: (selector) => page.locator(selector).first().click() };
}

async function openView(): Promise<View> {
  await browser.page.bringToFront();
  await browser.page.goto(`${site.origin}/rich`);
  return { ...(await openReader(browser.page)), page: browser.page };
}

test('the reader over a page has no fault, whatever stands open in it', async () => {
  const view = await openView();
  await lookAtParts(view, async () => expect(await faultsOfReader(send, view)).toEqual([]));
});

test('a screen reader meets the article’s headings in their order, its landmarks, and nothing of the page below', async () => {
  const view = await openView();
  const { nodes } = (await send('Accessibility.getFullAXTree', {})) as { nodes: { ignored: boolean; role?: { value: string }; name?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[] };
  const met = nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties }) => ({ role: role?.value ?? '', name: name?.value ?? '', level: properties?.find((property) => property.name === 'level')?.value.value }));
  const headings = met.filter(({ role }) => role === 'heading').map(({ name, level }) => `${String(level)} ${name}`);
  expect(headings).toEqual(['1 把等待写进账里', '2 一、先看需求', '2 二、再看供给', '2 三、最后看价格']);
  const landmarks = met.filter(({ role }) => /^(dialog|main|navigation|toolbar|complementary|contentinfo|article)$/.test(role)).map(({ role }) => role);
  expect([...new Set(landmarks)].sort()).toEqual(expect.arrayContaining(['article', 'dialog', 'main', 'navigation']));
  expect(landmarks.filter((role) => role === 'main')).toEqual(['main']);
  expect(await shows(view, 'body')).toBe(true);
});

test('the saved article has no fault in any theme, whatever stands open in it', async () => {
  const { saved } = pages;
  await saved.bringToFront();
  const toPage = await sendTo(saved);
  await lookAtParts(viewOf(saved), (selector) => expectNoFault(toPage, selector));
});

test('over a page the reader has the same colours, in every theme', async () => {
  const toPage = await sendTo(pages.saved);
  const view = await openView();
  const theme = (): Promise<string | undefined> => view.evaluate((root) => root.querySelector<HTMLElement>('.reader')?.dataset['theme']);
  await inEveryFace(toPage, async (index) => {
    const [name, face] = faces[index] ?? faces[0];
    await emulateMedia(send, inFace(face));
    await waitUntil(async () => (await theme()) === name, 'the reader to wear it as well');
    expect(await coloursOf(view)).toEqual(await coloursOf(viewOf(pages.saved)));
    return [];
  });
});

test.each(['library', 'transfer'] as const)('the page has no fault in any theme: %s', async (name) => {
  const page = pages[name];
  await page.bringToFront();
  await expectNoFault(await sendTo(page), 'body');
});

test.each([['the page', '/rich', 'page'], ['no article', '/login', 'page'], ['what was saved', '/rich', 'saved']])('the popup has no fault in any theme: %s', async (_, path, tab) => {
  await browser.page.bringToFront();
  await browser.page.goto(site.origin + path);
  const popup = await clickToolbarIcon(browser);
  await popup.click(`[data-testid=tab-${tab}]`);
  await popup.waitFor('[role=tabpanel]:not([hidden]) :is([data-testid=title], [data-testid=message], [data-testid=saved-open])');
  await expectNoFault(popup.send, 'body');
  await popup.close();
});

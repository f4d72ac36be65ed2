import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { findClosedShadow } from '../../scripts/browser/closed-shadow.mjs';
import { readerHost, waitForNoReader } from '../../scripts/browser/reader.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articleBody, articlePage, serveSite } from './site.ts';

/** A site of one document: its router draws an article for each address and counts what it does. */
const router = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>路由</title></head><body><div id="app"></div><script>
  const pages = ${JSON.stringify({ '/spa/one': articleBody('第一篇：库存的账'), '/spa/two': articleBody('第二篇：渠道的账') })};
  const draw = () => { document.body.dataset.draws = Number(document.body.dataset.draws ?? 0) + 1; document.querySelector('#app').innerHTML = pages[location.pathname] ?? ''; document.title = document.querySelector('h1')?.textContent ?? ''; };
  addEventListener('popstate', draw);
  window.go = (path) => { history.pushState({ path }, '', path); draw(); };
  draw();
</script></body></html>`;

/** A page that writes down the states and addresses that it hears of. */
const listening = articlePage('听着历史的页面', '<p style="height:2000px"></p>').replace('</body>', `<script>
  document.body.dataset.heard = '';
  addEventListener('popstate', ({ state }) => { document.body.dataset.heard += location.pathname + ' ' + state + ';'; });
</script></body>`);

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/spa/one': router, '/spa/two': router, '/plain': articlePage('一篇普通的文章'), '/listening': listening });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  await browser.page.goto('about:blank');
});

const go = (path: string): Promise<void> => browser.page.evaluate((to) => (window as Window & { go?: (path: string) => void }).go?.(to), path);
const where = (): Promise<unknown[]> => browser.page.evaluate(() => [location.pathname, document.body.dataset['draws'], history.state]);

/** Where the browser stands in its history, and what lies ahead. */
async function historyOf(): Promise<{ index: number; ahead: string[] }> {
  const session = await browser.context.newCDPSession(browser.page);
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return { index: currentIndex, ahead: entries.slice(currentIndex + 1).map(({ url }) => new URL(url).pathname) };
}

/** Back as the browser's own button does it. */
async function pressBack(): Promise<void> {
  const session = await browser.context.newCDPSession(browser.page);
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  const entry = entries[currentIndex - 1];
  if (entry) await session.send('Page.navigateToHistoryEntry', { entryId: entry.id });
  await session.detach();
}

test('on a single-page site Back closes the reader, and the router hears nothing of it', async () => {
  await browser.page.goto(`${site.origin}/spa/one`);
  await go('/spa/two');
  const before = await where();
  await openReader(browser.page);
  await browser.page.mouse.click(640, 400);
  await pressBack();
  await waitForNoReader(browser.page);
  expect(await where()).toEqual(before);
  await pressBack();
  await waitUntil(async () => (await where())[0] === '/spa/one', 'the router to go back');
});

test('a navigation behind the reader closes it, so that it never shows another page’s article', async () => {
  await browser.page.goto(`${site.origin}/spa/one`);
  await openReader(browser.page);
  await go('/spa/two');
  await waitForNoReader(browser.page);
  const reader = await openReader(browser.page);
  expect(await reader.evaluate((root) => root.querySelector('[data-testid=title]')?.textContent)).toBe('第二篇：渠道的账');
});

test('an address that is only tidied up closes nothing', async () => {
  await browser.page.goto(`${site.origin}/spa/one?utm_source=letter`);
  await openReader(browser.page);
  await browser.page.evaluate(() => history.replaceState(null, '', `${location.pathname}#top`));
  await browser.page.evaluate(() => history.pushState(null, '', '#notes'));
  expect(await findClosedShadow(browser.page, readerHost)).toBeDefined();
});

test.each([
  ['Alt and the left arrow', () => browser.page.keyboard.press('Alt+ArrowLeft')],
  ['the button at the side of a mouse', async () => {
    const session = await browser.context.newCDPSession(browser.page);
    for (const type of ['mousePressed', 'mouseReleased'] as const) await session.send('Input.dispatchMouseEvent', { type, x: 600, y: 400, button: 'back', clickCount: 1 });
    await session.detach();
  }],
])('on any page %s closes the reader and leaves the history as it was', async (_, back) => {
  await browser.page.goto(site.origin);
  await browser.page.goto(`${site.origin}/plain`);
  const before = [await where(), (await historyOf()).index];
  await openReader(browser.page);
  await back();
  await waitForNoReader(browser.page);
  await waitUntil(async () => (await historyOf()).index === before[1], 'the history to be where it was');
  expect(await where()).toEqual(before[0]);
});

test('on an ordinary page the browser’s own Back closes the reader and stays; the next one leaves', async () => {
  await browser.page.goto(site.origin);
  await browser.page.goto(`${site.origin}/listening`);
  await browser.page.evaluate(() => scrollTo(0, 300));
  const before = await historyOf();
  await openReader(browser.page);
  await pressBack();
  await waitForNoReader(browser.page);
  expect(await browser.page.evaluate(() => [location.pathname, scrollY, document.body.dataset['heard']])).toEqual(['/listening', 300, '/listening null;']);
  expect((await historyOf()).index).toBe(before.index);
  await pressBack();
  await waitUntil(() => browser.page.url() === `${site.origin}/`, 'the page to be left');
});

test('closed by Esc, the next Back leaves the page, which has heard of no other address or state than its own', async () => {
  await browser.page.goto(site.origin);
  await browser.page.goto(`${site.origin}/listening`);
  const before = await historyOf();
  for (const key of ['Escape', 'Alt+Shift+Y']) {
    await openReader(browser.page);
    await pressShortcut(browser.page, key);
    await waitForNoReader(browser.page);
    await waitUntil(async () => (await historyOf()).index === before.index, 'the step back');
  }
  expect(await browser.page.evaluate(() => [history.state, document.body.dataset['heard']])).toEqual([null, '/listening null;'.repeat(2)]);
  expect((await historyOf()).ahead).toEqual(['/listening']);
  await pressBack();
  await waitUntil(() => browser.page.url() === `${site.origin}/`, 'the page to be left');
});

test('what lies ahead stays where one came back to the page', async () => {
  await browser.page.goto(`${site.origin}/plain`);
  await browser.page.goto(`${site.origin}/listening`);
  await browser.page.goBack();
  const before = await historyOf();
  expect(before.ahead).toEqual(['/listening']);
  await openReader(browser.page);
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  expect(await historyOf()).toEqual(before);
});

test('what plays goes on playing', async () => {
  await browser.page.goto(`${site.origin}/plain`);
  await browser.page.evaluate(async () => {
    const context = new AudioContext();
    const target = context.createMediaStreamDestination();
    const tone = context.createOscillator();
    tone.connect(target);
    tone.start();
    const player = document.body.appendChild(document.createElement('audio'));
    player.srcObject = target.stream;
    player.muted = true;
    player.addEventListener('pause', () => player.setAttribute('data-paused', ''));
    await player.play();
  });
  const state = () => browser.page.evaluate(() => {
    const player = document.querySelector('audio');
    return { time: player?.currentTime ?? 0, paused: player?.paused, wasPaused: player?.hasAttribute('data-paused') };
  });
  await openReader(browser.page);
  const { time } = await state();
  await waitUntil(async () => (await state()).time > time, 'the player to go on');
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  expect(await state()).toMatchObject({ paused: false, wasPaused: false });
});

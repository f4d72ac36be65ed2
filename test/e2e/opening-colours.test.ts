import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { evaluateInServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

const onGround = (colour: string): string => articlePage('打开的一刻').replace('<head>', `<head><style>html { background: ${colour}; color: #888 }</style>`);

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/white': onGround('#fff'), '/black': onGround('#000') });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The brightness at the edge of the view, where no text stands, in every frame that the browser told of until the page stood as `last` says. */
async function brightnessWhile(deed: () => Promise<unknown>, last: (brightness: number) => boolean = () => true): Promise<number[]> {
  const session = await browser.context.newCDPSession(browser.page);
  const frames: { data: string; shownAt: number }[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ data, shownAt: metadata.timestamp ?? 0 });
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png' });
  await deed();
  await browser.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await waitUntil(async () => last(await brightnessOf((await browser.page.screenshot()).toString('base64'))), 'the reader’s own face');
  await session.send('Page.stopScreencast');
  await session.detach();
  // They are encoded side by side, and come as they are ready.
  return Promise.all(frames.sort((a, b) => a.shownAt - b.shownAt).map(({ data }) => brightnessOf(data)));
}

function brightnessOf(png: string): Promise<number> {
  return browser.page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(image, 8 - image.width, 4 - image.height);
    const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
    return Math.round((red + green + blue) / 3);
  }, png);
}

test.each([
  ['a dark page', '/black', 'black', 'light', 0], ['a dark page, by the system’s theme', '/black', 'system', 'dark', 40], ['a white page', '/white', 'white', 'dark', 255],
] as const)('over %s a reader in the same face shows no other in any frame', async (_, path, theme, colorScheme, bound) => {
  await evaluateInServiceWorker(browser, (value) => chrome.storage.sync.set({ 'setting:theme': value }), theme);
  await browser.page.emulateMedia({ colorScheme });
  await browser.page.goto(site.origin + path);
  const seen = await brightnessWhile(async () => {
    await openReader(browser.page);
    await pressShortcut(browser.page, 'Escape');
    await waitForNoReader(browser.page);
    await openReader(browser.page);
  });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.filter((brightness) => (path === '/black' ? brightness > bound : brightness < bound))).toEqual([]);
});

test('over a white page a dark reader only grows darker', async () => {
  await evaluateInServiceWorker(browser, () => chrome.storage.sync.set({ 'setting:theme': 'dark' }));
  await browser.page.goto(`${site.origin}/white`);
  const seen = await brightnessWhile(() => openReader(browser.page), (brightness) => brightness < 40);
  expect(seen[0]).toBe(255);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});

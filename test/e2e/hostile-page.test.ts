import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, snapshot, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

/** What a page's style sheet can do to its root, to everything, and to the reader by its name. */
const sheets = {
  everything: '* { display: none !important; visibility: hidden !important; opacity: 0 !important }',
  'the reader': 'jingdu-reader, jingdu-reader * { display: none !important; opacity: 0 !important; transform: scale(0) !important; clip-path: inset(50%) !important; animation: x 1s infinite !important; transition: all 9s !important } @keyframes x { from, to { opacity: 0 } }',
  'the root, unseen': 'html { visibility: hidden !important; content-visibility: hidden !important }',
  'the root, faint and turned': 'html { opacity: 0 !important; filter: invert(1) !important; transform: scale(0.5) !important }',
  'the root, twice as large': 'html { zoom: 2 !important; writing-mode: vertical-rl !important; direction: rtl }',
  dialogs: 'dialog { display: none !important } ::backdrop { background: red !important }',
};
const late = '<dialog id="late"><p>订阅</p><button>好</button></dialog><div id="hint" popover="manual">提示</div>';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  const pages = Object.entries(sheets).map(([name, css]) => [`/${encodeURIComponent(name)}`, articlePage('藏起来的账').replace('</head>', `<style>${css}</style></head>`)]);
  site = await serveSite({ ...Object.fromEntries(pages) as Record<string, string>, '/late': articlePage('后来的对话框', late) });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(path: string): Promise<Shadow> {
  await browser.page.goto('about:blank');
  await browser.page.goto(`${site.origin}/${encodeURIComponent(path)}`);
  return openReader(browser.page);
}

/** The size of the reader, and whether it is what stands in the middle of the view. */
function seen(reader: Shadow): Promise<unknown[]> {
  return reader.evaluate((root) => {
    const { width, height } = root.querySelector('.reader')?.getBoundingClientRect() ?? new DOMRect();
    const text = root.querySelector('.sheet')?.getBoundingClientRect() ?? new DOMRect();
    return [width, height, Math.round(text.width), document.elementFromPoint(innerWidth / 2, innerHeight / 2) === root.host];
  });
}

test.each(Object.keys(sheets))('a style sheet that hides or bends %s does neither to the reader, and the page is as it was', async (name) => {
  await browser.page.goto('about:blank');
  await browser.page.goto(`${site.origin}/${encodeURIComponent(name)}`);
  const before = await snapshot(browser.page);
  const reader = await openReader(browser.page);
  expect(await seen(reader)).toEqual([1280, 800, 684, true]);
  await reader.click('[data-testid=typography-toggle]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=typography]') !== null), 'a button under the pointer to answer');
  await pressShortcut(browser.page, 'Escape');
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  expect(await snapshot(browser.page)).toEqual(before);
});

test('what the page brings to the top later lies below the reader, which keeps place, focus and keys; it is there afterwards', async () => {
  const reader = await open('late');
  const place = (): Promise<number> => reader.evaluate((root) => Math.round(root.querySelector('.reader')?.scrollTop ?? 0));
  await browser.page.keyboard.press('/');
  await waitUntil(() => reader.evaluate((root) => root.activeElement?.matches('[data-testid=find] input')), 'the field');
  await reader.evaluate((root) => root.querySelector('.reader')?.scrollTo({ top: 300, behavior: 'instant' }));
  await browser.page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('#late')?.showModal();
    document.querySelector<HTMLElement>('#hint')?.showPopover();
  });
  await waitUntil(async () => (await seen(reader))[3], 'the reader to be on top');
  expect(await place()).toBe(300);
  await browser.page.keyboard.type('库存');
  expect(await reader.evaluate((root) => root.querySelector<HTMLInputElement>('[data-testid=find] input')?.value)).toBe('库存');
  await pressShortcut(browser.page, 'Escape');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=find]') === null), 'the field to go');
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  expect(await browser.page.evaluate(() => [document.querySelector('#late')?.matches(':modal'), document.querySelector('#hint')?.matches(':popover-open')])).toEqual([true, true]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOverlay } from '../../src/reader/overlay.tsx';
import { settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts, watchShadowRoots } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { roots: ShadowRoot[] } = { roots: [] };

async function open() {
  const { host } = createFakeHost();
  const opened: { overlay?: ReturnType<typeof openOverlay> } = {};
  await settle(() => { opened.overlay = openOverlay(document, { article: sampleArticle(), host }); });
  const root = held.roots.at(-1);
  if (opened.overlay === undefined || root === undefined) throw new Error('nothing was opened');
  return { overlay: opened.overlay, root };
}

beforeEach(() => {
  installMissingParts();
  held.roots = watchShadowRoots();
  document.body.replaceChildren();
  document.body.appendChild(document.createElement('input')).focus();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('the reader stands in a closed root under the document element, and no page rule can hide its host', async () => {
  const { root, overlay } = await open();
  expect(root.mode).toBe('closed');
  expect(root.host.parentElement).toBe(document.documentElement);
  expect((root.host as HTMLElement).style.getPropertyPriority('display')).toBe('important');
  expect(root.querySelector('dialog')?.open).toBe(true);
  expect(root.querySelector('[data-testid=title]')?.textContent).toBe('一笔账的来去');
  overlay.close();
});

test('after closing the page is as it was, to the letter', async () => {
  const before = document.documentElement.outerHTML;
  const sheets = document.adoptedStyleSheets;
  const { overlay } = await open();
  await settle(() => overlay.close());
  expect(document.documentElement.outerHTML).toBe(before);
  expect(document.adoptedStyleSheets).toEqual(sheets);
  expect(document.activeElement?.tagName).toBe('INPUT');
  expect(overlay.closed.aborted).toBe(true);
});

test('while it is open not one node of the page has changed', async () => {
  const before = [document.head.outerHTML, document.body.outerHTML, ...document.documentElement.getAttributeNames()];
  const { overlay } = await open();
  expect([document.head.outerHTML, document.body.outerHTML, ...document.documentElement.getAttributeNames()]).toEqual(before);
  overlay.close();
});

test('a page cannot take over the wheel', async () => {
  const heard = vi.fn();
  document.addEventListener('wheel', heard, true);
  const { root, overlay } = await open();
  root.querySelector('article')?.dispatchEvent(new Event('wheel', { bubbles: true, composed: true }));
  overlay.close();
  document.body.dispatchEvent(new Event('wheel', { bubbles: true }));
  document.removeEventListener('wheel', heard, true);
  expect(heard).toHaveBeenCalledOnce();
});

test('a page that throws the reader out gets its own scrolling and keys back', async () => {
  const { root, overlay } = await open();
  await settle(() => root.host.remove());
  expect(overlay.closed.aborted).toBe(true);
  expect(document.adoptedStyleSheets).toEqual([]);
});

test('goes to another section without opening anew', async () => {
  const { root, overlay } = await open();
  const title = root.querySelector('[data-testid=title]');
  await settle(() => overlay.goTo({ sectionId: 'jd-h-3' }));
  expect(root.activeElement?.id).toBe('jd-h-3');
  expect(root.querySelector('[data-testid=title]')).toBe(title);
  overlay.close();
});

// @vitest-environment node
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { createFakeBrowser } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../src/content/reader.ts?scripts', () => ({ default: ['shared.js', 'reader.js'] }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const page = { id: 'jingdu', url: 'https://example.com/', frameId: 0, tab: { id: 7 } } as never;

beforeAll(() => import('../../src/background/index.ts'));
beforeEach(() => {
  fake.calls.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('everything that can wake the worker has its listener as soon as the worker has run', () => {
  const { runtime, commands, contextMenus } = fake;
  for (const event of [runtime.onInstalled, runtime.onStartup, runtime.onMessage, commands.onCommand, contextMenus.onClicked]) {
    expect(event.size).toBe(1);
  }
});

test.each([[true, 'article', 'actionTitleArticle'], [false, 'plain', 'actionTitle']])('pageDetected %s makes the icon %s', async (readerable, icon, title) => {
  const reply = await fake.runtime.onMessage.deliver({ to: 'background', type: 'pageDetected', input: { readerable } }, page);
  expect(reply).toMatchObject({ ok: true });
  expect(Object.fromEntries(fake.calls)).toMatchObject({
    setIcon: { tabId: 7, path: { 16: `chrome-extension://jingdu/icons/${icon}-16.png` } },
    setTitle: { tabId: 7, title },
    setBadgeText: { tabId: 7, text: '' },
  });
});

test('install makes the menus', async () => {
  fake.runtime.onInstalled.emit({ reason: 'install' });
  await vi.waitUntil(() => fake.contextMenus.items.size === 2);
});

test.each(['onInstalled', 'onStartup'] as const)('a while behind %s the store is counted, so that the first save need not wait for that', async (event) => {
  const counted: unknown[] = [];
  vi.stubGlobal('navigator', { locks: { request: (_name: string, task: () => unknown) => task() } });
  Object.assign(fake.storage.local, { getBytesInUse: async (keys: unknown) => counted.push(keys) });
  vi.useFakeTimers();
  fake.runtime[event].emit({ reason: 'update' });
  await vi.advanceTimersByTimeAsync(9_000);
  expect(counted).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(counted).toEqual([['head']]);
});

test('a store that cannot be counted is no more than a warning', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.useFakeTimers();
  Object.assign(fake.storage.local, { getBytesInUse: () => Promise.reject(new Error('damaged')) });
  fake.runtime.onInstalled.emit({ reason: 'update' });
  await vi.advanceTimersByTimeAsync(11_000);
  expect(warn).toHaveBeenCalledWith('the store could not be counted', new Error('damaged'));
});

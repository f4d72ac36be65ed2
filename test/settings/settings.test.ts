// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { defaultSettings, loadSettings, onSettingsChange, saveSettings } from '../../src/settings.ts';
import type { Settings } from '../../src/settings.ts';
import type { createFakeBrowser } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const { storage } = browser as unknown as ReturnType<typeof createFakeBrowser>;
const works = (): void => undefined;
const refuses = (): never => { throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'); };

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  for (const area of [storage.local, storage.sync]) {
    area.stored.clear();
    area.fault = works;
  }
});

test('what was never set is the default', async () => {
  expect(await loadSettings()).toEqual(defaultSettings);
});

test('each setting is kept in the browser’s own sync, and the others stay', async () => {
  await saveSettings({ fontSize: 21, justify: false });
  await saveSettings({ theme: 'sepia' });
  expect(await loadSettings()).toEqual({ ...defaultSettings, fontSize: 21, justify: false, theme: 'sepia' });
  expect([...storage.sync.stored.keys()].sort()).toEqual(['setting:fontSize', 'setting:justify', 'setting:theme']);
  expect(storage.local.stored.size).toBe(0);
});

test.each([
  ['theme', 'neon'], ['theme', 1], ['font', ''], ['fontSize', 13], ['fontSize', '18'], ['lineHeight', 9], ['measure', null], ['justify', 'yes'], ['fontWeight', 900], ['voice', 1], ['speechRate', 0],
])('%s: %j, from another version, is not taken', async (name, value) => {
  await storage.sync.set({ [`setting:${name}`]: value });
  expect(await loadSettings()).toEqual(defaultSettings);
});

test('what the sync does not take stays on this computer and counts, until it does', async () => {
  await saveSettings({ fontSize: 20 });
  storage.sync.fault = (call) => (call === 'set' ? refuses() : undefined);
  await saveSettings({ fontSize: 24 });
  expect((await loadSettings()).fontSize).toBe(24);
  storage.sync.fault = works;
  await saveSettings({ fontSize: 25 });
  expect((await loadSettings()).fontSize).toBe(25);
  expect(storage.local.stored.size).toBe(0);
});

test('with a sync that is switched off everything works on this computer', async () => {
  storage.sync.fault = refuses;
  await saveSettings({ font: 'kai' });
  expect(await loadSettings()).toEqual({ ...defaultSettings, font: 'kai' });
});

test('a change is told, in whichever store, until one stops listening', async () => {
  const life = new AbortController();
  const heard: Settings[] = [];
  onSettingsChange((settings) => heard.push(settings), life.signal);
  await saveSettings({ measure: 30 });
  await vi.waitFor(() => expect(heard.at(-1)?.measure).toBe(30));
  await storage.local.set({ 'article:1': {} });
  life.abort();
  await saveSettings({ measure: 31 });
  expect(heard.every(({ measure }) => measure === 30)).toBe(true);
  expect([storage.local.onChanged.size, storage.sync.onChanged.size]).toEqual([0, 0]);
});

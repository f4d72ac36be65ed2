import { beforeEach, expect, test, vi } from 'vitest';
import { openShortcutSettings, readerShortcut } from '../../src/popup/shortcuts.ts';

const fake = vi.hoisted(() => ({
  commands: { getAll: vi.fn(), openShortcutSettings: undefined as (() => Promise<void>) | undefined },
  tabs: { create: vi.fn(async () => ({})) },
}));
vi.mock('webextension-polyfill', () => ({ default: fake }));

beforeEach(() => {
  fake.tabs.create.mockClear();
  fake.commands.openShortcutSettings = undefined;
});

test('the binding is the one of the reader, among others', async () => {
  fake.commands.getAll.mockResolvedValue([{ name: 'save-article', shortcut: 'Alt+Shift+S' }, { name: 'toggle-reader', shortcut: 'Alt+Shift+Y' }]);
  expect(await readerShortcut()).toBe('Alt+Shift+Y');
});

test.each([[[{ name: 'toggle-reader', shortcut: '' }]], [[{ name: 'toggle-reader' }]], [[]]])('no binding is empty: %j', async (commands) => {
  fake.commands.getAll.mockResolvedValue(commands);
  expect(await readerShortcut()).toBe('');
});

test('where the browser opens its page of shortcuts itself, it is asked to', async () => {
  fake.commands.openShortcutSettings = vi.fn(async () => undefined);
  await openShortcutSettings();
  expect(fake.commands.openShortcutSettings).toHaveBeenCalledOnce();
  expect(fake.tabs.create).not.toHaveBeenCalled();
});

test('elsewhere the page is opened by its address', async () => {
  await openShortcutSettings();
  expect(fake.tabs.create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome://extensions/shortcuts' });
});

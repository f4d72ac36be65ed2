import browser from 'webextension-polyfill';

/** Newer Firefox opens its own page of shortcuts on request, and refuses its address. */
type CommandsWithSettings = typeof browser.commands & { openShortcutSettings?: () => Promise<void> };

/** The binding of the reader's shortcut as the browser has it; empty when there is none. */
export async function readerShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'toggle-reader')?.shortcut ?? '';
}

/** Opens the browser's page where shortcuts are set. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open }: CommandsWithSettings = browser.commands;
  if (open !== undefined) return open.call(browser.commands);
  await browser.tabs.create({ url: location.protocol === 'moz-extension:' ? 'about:addons' : 'chrome://extensions/shortcuts' });
}

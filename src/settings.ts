import browser from 'webextension-polyfill';

export type Theme = 'system' | 'paper' | 'dark';

/** Everything a person can set; each key has its own entry in the store. */
export interface Settings {
  theme: Theme;
}

export const defaultSettings: Settings = { theme: 'system' };

const prefix = 'setting:';

const themes: readonly Theme[] = ['system', 'paper', 'dark'];

/** All settings, with the default for each that was never set or that an older version set otherwise. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(Object.keys(defaultSettings).map((key) => prefix + key));
  const theme = themes.find((known) => known === stored[`${prefix}theme`]);
  return { theme: theme ?? defaultSettings.theme };
}

/** Keeps one setting. */
export async function saveSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  await browser.storage.local.set({ [prefix + key]: value });
}

/** Calls back with the new settings whenever one of them changes anywhere, until the signal is aborted. */
export function onSettingsChange(callback: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) void loadSettings().then(callback);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}

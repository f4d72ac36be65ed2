import browser from 'webextension-polyfill';
import type { Storage } from 'webextension-polyfill';
import type { Check } from './shape.ts';
import { isBoolean, oneOf, textUpTo } from './shape.ts';

export const themes = ['system', 'paper', 'white', 'sepia', 'dark', 'black', 'contrast'] as const;
export const fonts = ['song', 'hei', 'kai'] as const;

export type Theme = (typeof themes)[number];
export type Font = (typeof fonts)[number];

/** Everything a person can set; each key has its own entry in the store. */
export interface Settings {
  theme: Theme;
  /** The Chinese face of the text; a Latin one goes with each. */
  font: Font;
  /** CSS px. */
  fontSize: number;
  /** Of the size of the text. */
  lineHeight: number;
  /** Between paragraphs, in em. */
  paragraphSpacing: number;
  /** Characters on a line. */
  measure: number;
  /** Of the text, as `font-weight` counts it; faces that have fewer take the nearest. */
  fontWeight: number;
  firstLineIndent: boolean;
  justify: boolean;
  /** The `voiceURI` of the voice that reads aloud; another stands in for it where this computer lacks it or it speaks another language. */
  voice: string;
  /** How fast it reads, in times of its own pace. */
  speechRate: number;
}

/** How the text is set where nobody chose otherwise. */
export const defaultLook: Omit<Settings, 'voice' | 'speechRate'> = {
  theme: 'system', font: 'song', fontSize: 18, lineHeight: 1.85, paragraphSpacing: 1, measure: 38, fontWeight: 400, firstLineIndent: false, justify: true,
};

export const defaultSettings: Settings = { ...defaultLook, voice: '', speechRate: 1 };

/** The settings that are numbers, with what they may be. */
export const settingRanges = {
  fontSize: { min: 14, max: 32, step: 1 },
  lineHeight: { min: 1.4, max: 2.4, step: 0.05 },
  paragraphSpacing: { min: 0, max: 2, step: 0.1 },
  measure: { min: 20, max: 60, step: 1 },
  fontWeight: { min: 300, max: 600, step: 100 },
} as const;

export type RangedSetting = keyof typeof settingRanges;

const checks: { readonly [K in keyof Settings]: Check } = {
  theme: oneOf(...themes),
  font: oneOf(...fonts),
  fontSize: within(settingRanges.fontSize),
  lineHeight: within(settingRanges.lineHeight),
  paragraphSpacing: within(settingRanges.paragraphSpacing),
  measure: within(settingRanges.measure),
  fontWeight: within(settingRanges.fontWeight),
  firstLineIndent: isBoolean,
  justify: isBoolean,
  voice: textUpTo(500),
  speechRate: within({ min: 0.5, max: 3 }),
};

const prefix = 'setting:';
const names = Object.keys(defaultSettings) as (keyof Settings)[];
const storeKeys = names.map((name) => prefix + name);

/** All settings, with the default for each that was never set or that another version set otherwise. */
export async function loadSettings(): Promise<Settings> {
  const [synced, local] = await Promise.all([readSynced(), browser.storage.local.get(storeKeys)]);
  const stored = { ...synced, ...local };
  const valid = names.filter((name) => checks[name](stored[prefix + name]));
  return { ...defaultSettings, ...(Object.fromEntries(valid.map((name) => [name, stored[prefix + name]])) as Partial<Settings>) };
}

/** Keeps these settings: in the browser's own sync where it has one that takes them, otherwise on this computer. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  const records = Object.fromEntries(Object.entries(change).map(([name, value]) => [prefix + name, value]));
  if (await tookSync((sync) => sync.set(records))) await browser.storage.local.remove(Object.keys(records));
  else await browser.storage.local.set(records);
}

/** Calls back with the new settings whenever one of them changes anywhere, until the signal is aborted. */
export function onSettingsChange(callback: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) void loadSettings().then(callback);
  };
  for (const area of [browser.storage.local, syncArea()]) {
    area?.onChanged.addListener(listener);
    signal.addEventListener('abort', () => area?.onChanged.removeListener(listener));
  }
}

/** What is kept on this computer comes before what the sync has: it is there only because the sync did not take it. */
async function readSynced(): Promise<Record<string, unknown>> {
  try {
    return (await syncArea()?.get(storeKeys)) ?? {};
  } catch (error) {
    console.info('settings are read from this computer alone', error);
    return {};
  }
}

async function tookSync(write: (sync: Storage.StorageArea) => Promise<void>): Promise<boolean> {
  const sync = syncArea();
  if (sync === undefined) return false;
  try {
    await write(sync);
    return true;
  } catch (error) {
    // Switched off by an administrator, or written to more often than the browser allows.
    console.info('settings stay on this computer', error);
    return false;
  }
}

function syncArea(): Storage.StorageArea | undefined {
  return browser.storage.sync;
}

function within({ min, max }: { min: number; max: number }): Check {
  return (value) => typeof value === 'number' && value >= min && value <= max;
}

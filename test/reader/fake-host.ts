import { vi } from 'vitest';
import type { RemovalGroup } from '../../src/article/article.ts';
import type { Annotation } from '../../src/library/annotation.ts';
import type { SaveOutcome } from '../../src/library/saved-article.ts';
import type { ReaderHost } from '../../src/reader/reader-host.ts';
import { defaultSettings } from '../../src/settings.ts';
import type { Settings } from '../../src/settings.ts';

/** A place for the reader that remembers what it was asked, and can press keys and change the settings. */
export function createFakeHost(overrides: Partial<Pick<ReaderHost, 'isSaved' | 'save' | 'readingPlace' | 'keptKinds' | 'annotations' | 'keepAnnotation'>> = {}) {
  const keys = new EventTarget();
  const settings = new EventTarget();
  const host = {
    settings: defaultSettings,
    close: vi.fn(),
    isSaved: vi.fn(overrides.isSaved ?? (async (): Promise<boolean> => false)),
    save: vi.fn(overrides.save ?? (async (): Promise<SaveOutcome> => ({ kind: 'saved', id: 'a', updated: false }))),
    annotations: vi.fn(overrides.annotations ?? (async (): Promise<Annotation[]> => [])),
    keepAnnotation: vi.fn<ReaderHost['keepAnnotation']>(overrides.keepAnnotation ?? (async () => undefined)),
    dropAnnotation: vi.fn<ReaderHost['dropAnnotation']>(async () => undefined),
    keptKinds: vi.fn(overrides.keptKinds ?? (async (): Promise<RemovalGroup[]> => [])),
    keepKind: vi.fn<ReaderHost['keepKind']>(async () => undefined),
    readingPlace: vi.fn<ReaderHost['readingPlace']>(overrides.readingPlace ?? (async () => undefined)),
    keepReadingPlace: vi.fn<ReaderHost['keepReadingPlace']>(async () => undefined),
    saveSettings: vi.fn<ReaderHost['saveSettings']>(async () => undefined),
    onSettingsChange: (callback: (changed: Settings) => void, signal: AbortSignal) =>
      settings.addEventListener('change', (event) => callback((event as CustomEvent<Settings>).detail), { signal }),
    onKeyDown: (callback: (event: KeyboardEvent) => void, signal: AbortSignal) =>
      keys.addEventListener('keydown', (event) => callback(event as KeyboardEvent), { signal }),
  };
  return {
    host,
    press: (key: string, init: KeyboardEventInit = {}): KeyboardEvent => {
      const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init });
      keys.dispatchEvent(event);
      return event;
    },
    changeElsewhere: (changed: Partial<Settings>): void => void settings.dispatchEvent(new CustomEvent('change', { detail: { ...defaultSettings, ...changed } })),
  };
}

import { vi } from 'vitest';
import type { SaveOutcome } from '../../src/library/saved-article.ts';
import type { PageOutcome, PopupHost } from '../../src/popup/popup-host.ts';
import { createFakeLibrary } from '../ui/list/fake-library.ts';
import { sampleArticle } from '../ui/sample-article.ts';

/** A browser as the popup sees it: by default an article on the page and an empty library. */
export function createFakePopupHost(overrides: Partial<PopupHost> = {}) {
  const article: PageOutcome = { kind: 'article', article: sampleArticle(), milliseconds: 3 };
  return {
    library: createFakeLibrary(),
    isSaved: vi.fn(async (): Promise<boolean> => false),
    save: vi.fn(async (): Promise<SaveOutcome> => ({ kind: 'saved', id: 'a', updated: false })),
    findReprint: vi.fn<PopupHost['findReprint']>(async () => undefined),
    openReprint: vi.fn<PopupHost['openReprint']>(async () => undefined),
    replaceReprint: vi.fn<PopupHost['replaceReprint']>(async () => undefined),
    readPage: vi.fn<PopupHost['readPage']>(async () => article),
    openReader: vi.fn<PopupHost['openReader']>(async () => ({ open: true })),
    opensByItself: vi.fn<PopupHost['opensByItself']>(async () => false),
    openByItself: vi.fn<PopupHost['openByItself']>(async (_site, opens) => opens),
    openLibrary: vi.fn<() => void>(),
    openSaved: vi.fn<(id: string) => void>(),
    shortcut: async (): Promise<string> => 'Alt+Shift+Y',
    openShortcutSettings: vi.fn<() => void>(),
    ...overrides,
  };
}

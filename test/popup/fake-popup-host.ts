import { vi } from 'vitest';
import type { IndexEntry, SavedArticle, SaveOutcome } from '../../src/library/saved-article.ts';
import type { SearchHit } from '../../src/library/search.ts';
import type { PageOutcome, PopupHost } from '../../src/popup/popup-host.ts';
import { sampleArticle } from '../ui/sample-article.ts';

/** A row of the library, saved at a day of May 2024. */
export function entryOf(id: string, title: string, day: number): IndexEntry {
  const savedAt = new Date(2024, 4, day, 12).getTime();
  return { id, url: `https://example.com/${id}`, title, byline: '林述', siteName: '账本周刊', publishedTime: '', excerpt: `${title}的摘要`, length: 100, savedAt };
}

/** A library in memory that tells of its changes, and finds what stands in a title. */
export function createFakeLibrary(entries: IndexEntry[] = []) {
  const changes = new EventTarget();
  const rows = [...entries];
  const announce = (): void => void changes.dispatchEvent(new Event('change'));
  return {
    rows,
    announce,
    list: vi.fn(async () => [...rows]),
    async *search(query: string, signal: AbortSignal): AsyncGenerator<SearchHit> {
      for (const entry of rows) {
        await Promise.resolve();
        if (signal.aborted) return;
        const at = entry.title.indexOf(query);
        if (at >= 0) yield { entry, snippet: entry.title, ranges: [[at, at + query.length]] };
      }
    },
    remove: vi.fn(async (id: string): Promise<SavedArticle | undefined> => {
      const place = rows.findIndex((row) => row.id === id);
      const [row] = rows.splice(place, 1);
      announce();
      return row && { id, schema: 1, savedAt: row.savedAt, updatedAt: row.savedAt, article: sampleArticle({ title: row.title, url: row.url }) };
    }),
    restore: vi.fn(async (saved: SavedArticle): Promise<SaveOutcome> => {
      rows.unshift({ ...entryOf(saved.id, saved.article.title, 1), savedAt: saved.savedAt });
      announce();
      return { kind: 'saved', id: saved.id, updated: false };
    }),
    onChange: (callback: () => void, signal: AbortSignal): void => changes.addEventListener('change', callback, { signal }),
  };
}

/** A browser as the popup sees it: by default an article on the page and an empty library. */
export function createFakePopupHost(overrides: Partial<PopupHost> = {}) {
  const article: PageOutcome = { kind: 'article', article: sampleArticle(), milliseconds: 3 };
  return {
    theme: 'system' as const,
    library: createFakeLibrary(),
    isSaved: vi.fn(async (): Promise<boolean> => false),
    save: vi.fn(async (): Promise<SaveOutcome> => ({ kind: 'saved', id: 'a', updated: false })),
    readPage: vi.fn<PopupHost['readPage']>(async () => article),
    openReader: vi.fn<PopupHost['openReader']>(async () => ({ open: true })),
    openSaved: vi.fn<(id: string) => void>(),
    shortcut: async (): Promise<string> => 'Alt+Shift+Y',
    openShortcutSettings: vi.fn<() => void>(),
    ...overrides,
  };
}

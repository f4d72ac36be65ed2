import { vi } from 'vitest';
import type { LibraryAccess } from '../../../src/library/library-access.ts';
import type { Marks } from '../../../src/library/marks.ts';
import { isListed } from '../../../src/library/marks.ts';
import type { FirstRows, LibraryRow, LibraryRows } from '../../../src/library/rows.ts';
import type { SearchHit } from '../../../src/library/search.ts';
import type { Snippet } from '../../../src/library/snippet.ts';
import type { WayBack } from '../../../src/library/way-back.ts';
import { findRanges } from '../../../src/library/snippet.ts';
import { createFakeBackupCare } from '../fake-backup-care.ts';

/** A row of the library, saved at a day of May 2024. */
export function rowOf(id: string, title: string, day: number, fields: Partial<LibraryRow> = {}): LibraryRow {
  const savedAt = new Date(2024, 4, day, 12).getTime();
  return {
    id, url: `https://example.com/${id}`, title, byline: '林述', siteName: '账本周刊', publishedTime: '', excerpt: `${title}的摘要`, length: 100,
    savedAt, updatedAt: savedAt, star: false, archived: false, tags: [], deletedAt: 0, fraction: 0, ...fields,
  };
}

/** A library in memory that tells of its changes, and finds what stands in a title. */
export function createFakeLibrary(rows: LibraryRow[] = [], firstLength = 60) {
  const changes = new EventTarget();
  const stored = new Map(rows.map((row) => [row.id, row]));
  const announce = (ids: readonly string[]): void => void changes.dispatchEvent(new CustomEvent('change', { detail: ids }));
  const put = (...fresh: LibraryRow[]): void => {
    for (const row of fresh) stored.set(row.id, row);
    announce(fresh.map(({ id }) => id));
  };
  const newestFirst = (): LibraryRow[] => [...stored.values()].sort((a, b) => b.savedAt - a.savedAt);
  const change = (ids: readonly string[], changed: (row: LibraryRow) => Partial<LibraryRow>): WayBack => {
    const before = newestFirst().filter(({ id }) => ids.includes(id));
    put(...before.map((row) => ({ ...row, ...changed(row) })));
    return async () => put(...before);
  };
  return {
    put,
    row: (id: string): LibraryRow | undefined => stored.get(id),
    glance: vi.fn((): FirstRows | undefined => undefined),
    keepGlance: vi.fn<(rows: FirstRows) => void>(),
    first: vi.fn(async () => {
      const listed = newestFirst().filter(isListed);
      return { rows: listed.slice(0, firstLength), total: listed.length };
    }),
    all: vi.fn(async (): Promise<LibraryRows> => ({ rows: newestFirst(), broken: [] })),
    rowsOf: vi.fn(async (ids: readonly string[]): Promise<LibraryRows> => ({ rows: newestFirst().filter(({ id }) => ids.includes(id)), broken: [] })),
    async *search(query: string, signal: AbortSignal): AsyncGenerator<SearchHit[]> {
      for (const entry of newestFirst()) {
        await Promise.resolve();
        if (signal.aborted) return;
        const at = entry.title.indexOf(query);
        if (at >= 0 && entry.deletedAt !== 1) yield [{ entry, score: 1 }];
      }
    },
    snippet: vi.fn(async (id: string, terms: readonly string[]): Promise<Snippet | undefined> => {
      const title = stored.get(id)?.title ?? '';
      return { snippet: title, ranges: findRanges(title, terms) };
    }),
    moveToBin: vi.fn(async (ids: readonly string[]) => change(ids, () => ({ deletedAt: 7 }))),
    takeFromBin: vi.fn(async (ids: readonly string[]) => change(ids, () => ({ deletedAt: 0 }))),
    letGo: vi.fn(async (ids: readonly string[]) => change(ids, () => ({ deletedAt: 1 }))),
    sweep: vi.fn(async () => undefined),
    removeForGood: vi.fn(async (ids: readonly string[]) => {
      for (const id of ids) stored.delete(id);
      announce(ids);
    }),
    backup: createFakeBackupCare(),
    bytesInUse: async (): Promise<number> => 12_345_678,
    mark: vi.fn(async (ids: readonly string[], changed: (marks: Marks) => Marks) => change(ids, changed)),
    setRead: vi.fn(async (ids: readonly string[], read: boolean) => change(ids, () => ({ fraction: Number(read) }))),
    onChange: (callback: (ids: string[]) => void, signal: AbortSignal): void =>
      changes.addEventListener('change', (event) => callback([...(event as CustomEvent<string[]>).detail]), { signal }),
  } satisfies LibraryAccess & Record<string, unknown>;
}

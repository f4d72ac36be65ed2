import { isBinned, isKept, isListed } from './marks.ts';
import type { LibraryRow } from './rows.ts';

export const sortOrders = ['saved', 'published', 'length', 'unread'] as const;
export type SortOrder = (typeof sortOrders)[number];

export const rowStates = ['all', 'unread', 'reading', 'done', 'star', 'archived', 'bin'] as const;
export type RowState = (typeof rowStates)[number];

/** Which rows are shown, and in which order. An empty site, author or tag means any. */
export interface Arrangement {
  sort: SortOrder;
  state: RowState;
  site: string;
  author: string;
  tag: string;
}

/** The list as it opens. */
export const plainArrangement: Arrangement = { sort: 'saved', state: 'all', site: '', author: '', tag: '' };

/** Something to filter by, and how many articles that leaves. */
export interface Facet {
  value: string;
  count: number;
}

/** What can be chosen, with counts; each list counts under the choices made in the other ones. */
export interface Facets {
  states: Record<RowState, number>;
  sites: Facet[];
  authors: Facet[];
  tags: Facet[];
}

/** How far a row was read. */
export function readingOf({ fraction }: LibraryRow): 'unread' | 'reading' | 'done' {
  if (fraction >= 1) return 'done';
  return fraction > 0 ? 'reading' : 'unread';
}

/** The rows of an arrangement, in its order. The rows come newest first. */
export function arrange(rows: readonly LibraryRow[], arrangement: Arrangement): LibraryRow[] {
  const shown = rows.filter((row) => fits(row, arrangement));
  const order = orders[arrangement.sort];
  return order ? shown.sort(order) : shown;
}

/** Whether a search finds a row: in all that is kept, the archive too, unless the list is narrowed to a state. */
export function isSought(row: LibraryRow, arrangement: Arrangement): boolean {
  return arrangement.state === 'all' ? isKept(row) && fitsFields(row, arrangement) : fits(row, arrangement);
}

/** What the rows can be filtered by; with `isSearch` they are what a search found. */
export function facetsOf(rows: readonly LibraryRow[], arrangement: Arrangement, isSearch = false): Facets {
  const shows = isSearch ? isSought : fits;
  const left = (changed: Partial<Arrangement>): LibraryRow[] => {
    const other = { ...arrangement, ...changed };
    return rows.filter((row) => shows(row, other));
  };
  const under = (field: 'site' | 'author' | 'tag'): LibraryRow[] => left({ [field]: '' });
  return {
    states: Object.fromEntries(rowStates.map((state) => [state, left({ state }).length])) as Record<RowState, number>,
    sites: count(under('site').map(({ siteName }) => [siteName])),
    authors: count(under('author').map(({ byline }) => [byline])),
    tags: count(under('tag').map(({ tags }) => tags)),
  };
}

const inState: Record<RowState, (row: LibraryRow) => boolean> = {
  all: isListed,
  unread: (row) => isListed(row) && readingOf(row) === 'unread',
  reading: (row) => isListed(row) && readingOf(row) === 'reading',
  done: (row) => isListed(row) && readingOf(row) === 'done',
  star: (row) => isKept(row) && row.star,
  archived: (row) => isKept(row) && row.archived,
  bin: isBinned,
};

/** A sort keeps what it does not tell apart as it was: newest first. */
const orders: Record<SortOrder, ((a: LibraryRow, b: LibraryRow) => number) | undefined> = {
  saved: undefined,
  published: (a, b) => Number(a.publishedTime < b.publishedTime) - Number(a.publishedTime > b.publishedTime),
  length: (a, b) => b.length - a.length,
  unread: (a, b) => a.fraction - b.fraction,
};

function fits(row: LibraryRow, arrangement: Arrangement): boolean {
  return inState[arrangement.state](row) && fitsFields(row, arrangement);
}

function fitsFields(row: LibraryRow, { site, author, tag }: Arrangement): boolean {
  return (site === '' || row.siteName === site) && (author === '' || row.byline === author) && (tag === '' || row.tags.includes(tag));
}

function count(values: readonly (readonly string[])[]): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values.flat()) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const facets = [...counts].map(([value, number]) => ({ value, count: number }));
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return facets.sort((a, b) => b.count - a.count || compare(a.value, b.value));
}

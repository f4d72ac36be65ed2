import { fold } from './fold.ts';
import type { LibraryRow } from './rows.ts';

/** What is looked for: words and phrases, all of which must be there, and what the rows must be like. */
export interface SearchQuery {
  /** Folded. */
  terms: string[];
  /** Each must hold. */
  conditions: ((row: LibraryRow) => boolean)[];
}

/** A word, a phrase in quotes, or a field with either. */
const part = /(?:(site|author|tag|after):)?(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|([^\s"“「]+))/g;

/** Reads a query as it was typed: several words, phrases in quotes, and site: author: tag: after: with a date. */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = { terms: [], conditions: [] };
  for (const [, field, ...values] of fold(typed).matchAll(part)) {
    const value = (values.find((one) => one !== undefined) ?? '').trim();
    if (value === '') continue;
    const condition = field === undefined ? undefined : conditionOf(field, value);
    if (condition) query.conditions.push(condition);
    else query.terms.push(value);
  }
  query.terms = [...new Set(query.terms)];
  return query;
}

/** Whether nothing is looked for. */
export function isEmptyQuery({ terms, conditions }: SearchQuery): boolean {
  return terms.length === 0 && conditions.length === 0;
}

function conditionOf(field: string, value: string): ((row: LibraryRow) => boolean) | undefined {
  switch (field) {
    case 'site': return (row) => fold(row.siteName).includes(value) || hostOf(row.url).includes(value);
    case 'author': return (row) => fold(row.byline).includes(value);
    case 'tag': return (row) => row.tags.some((tag) => fold(tag).includes(value));
    case 'after': return isDate(value) ? (row) => dayOf(row) >= padded(value) : undefined;
    default: return undefined;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function isDate(value: string): boolean {
  return /^\d{4}([-./]\d{1,2}){0,2}$/.test(value);
}

/** 2024.5 as 2024-05. */
function padded(value: string): string {
  return value.split(/[-./]/).map((number) => number.padStart(2, '0')).join('-');
}

/** The day it was published; where that is unknown, the day it was saved. */
function dayOf({ publishedTime, savedAt }: LibraryRow): string {
  return publishedTime.slice(0, 10) || new Date(savedAt).toISOString().slice(0, 10);
}

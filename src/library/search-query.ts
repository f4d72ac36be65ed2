import { fold, foldCharacters } from './fold.ts';
import type { LibraryRow } from './rows.ts';

/** What is looked for: words and phrases, all of which must be there, and what the rows must be like. */
export interface SearchQuery {
  /** Folded. */
  terms: string[];
  /** Each must hold. */
  conditions: ((row: LibraryRow) => boolean)[];
  /** The fields that want a date and were given something else; they ask for nothing. */
  notDates: string[];
}

/** A word, a phrase in quotes, or a field with either; the quotes may be of any kind, and the last one may still be missing. */
const part = /(?:(site|author|tag|after|before):\s*(?!(?:site|author|tag|after|before):))?(?:["“”「『]([^"“”「」『』]*)["“”」』]?|([^\s"“”「」『』]+))/g;
const fieldAlone = /^(?:site|author|tag|after|before):$/;

/** Reads a query as it was typed: several words, phrases in quotes, and site: author: tag: after: before: with a value; a field that has none yet asks for nothing. */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = { terms: [], conditions: [], notDates: [] };
  for (const [, field, phrase, word = ''] of foldCharacters(typed).matchAll(part)) {
    const value = fold(phrase ?? word);
    if (value === '' || (phrase === undefined && fieldAlone.test(value))) continue;
    if (field === undefined) query.terms.push(value);
    else addField(query, field, value);
  }
  query.terms = [...new Set(query.terms)];
  return query;
}

/** Whether nothing is looked for. */
export function isEmptyQuery({ terms, conditions }: SearchQuery): boolean {
  return terms.length === 0 && conditions.length === 0;
}

function addField(query: SearchQuery, field: string, value: string): void {
  const condition = conditionOf(field, value);
  if (condition) query.conditions.push(condition);
  else query.notDates.push(field);
}

function conditionOf(field: string, value: string): ((row: LibraryRow) => boolean) | undefined {
  const site = value.replace(/^https?:\/\/([^/]*).*/, '$1');
  const tag = value.replace(/^#+/, '');
  const date = dateIn(value);
  switch (field) {
    case 'site': return (row) => fold(row.siteName).includes(site) || hostOf(row.url).includes(site);
    case 'author': return (row) => fold(row.byline).includes(value);
    case 'tag': return (row) => row.tags.some((one) => fold(one).includes(tag));
    case 'after': return date === undefined ? undefined : (row) => dayOf(row) >= date;
    default: return date === undefined ? undefined : (row) => dayOf(row) < date;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** 2024.5, 2024/5, 202405 and 2024年5月 as 2024-05; undefined for what is no date. */
function dateIn(value: string): string | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:[-./年]?(\d\d|(?<!\d)\d)(?:[-./月]?(\d\d|(?<!\d)\d))?)?[年月日号]?$/.exec(value) ?? [];
  if (year === '' || !isWithin(month, 12) || !isWithin(day, 31)) return undefined;
  return [year, month, day].flatMap((number) => number?.padStart(2, '0') ?? []).join('-');
}

function isWithin(number: string | undefined, most: number): boolean {
  return number === undefined || (Number(number) >= 1 && Number(number) <= most);
}

/** The day it was published; where that is unknown, the day on which the person saved it. */
function dayOf({ publishedTime, savedAt }: LibraryRow): string {
  const [published] = /^\d{4}(?:-\d{2}){0,2}/.exec(publishedTime) ?? [];
  if (published !== undefined) return published;
  const saved = new Date(savedAt);
  return [saved.getFullYear(), saved.getMonth() + 1, saved.getDate()].map((number) => `${number}`.padStart(2, '0')).join('-');
}

import { isRecord } from '../shape.ts';
import { isSavedArticle } from './article-shape.ts';
import type { SavedArticle } from './saved-article.ts';

/** Turns a record of one schema into one of the next; pure, and free to throw on what it cannot read. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

/** `migrations[n]` leads from schema n + 1 to schema n + 2; the last one leads to today's. */
export const migrations: readonly Migration[] = [];

/** The schema in which articles are written today. */
export const currentSchema = migrations.length + 1;

/** Why a record of the store is no article today. */
export type Fault = 'unreadable' | 'malformed' | 'newer';

/** Brings a stored record to the last schema of the table; a fault's name where that cannot be done. */
export function migrate(stored: unknown, table: readonly Migration[] = migrations): SavedArticle | Fault {
  if (!isRecord(stored) || !isSchema(stored['schema'])) return 'malformed';
  const from = stored['schema'];
  // A record of a later version is left alone: it is whole, this version merely cannot read it.
  if (from > table.length + 1) return 'newer';
  try {
    const record = table.slice(from - 1).reduce((older, step) => step(older), stored);
    const today = { ...record, schema: table.length + 1 };
    return isSavedArticle(today) ? today : 'malformed';
  } catch (error) {
    console.warn(`a record of schema ${from} cannot be migrated`, error);
    return 'malformed';
  }
}

function isSchema(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1;
}

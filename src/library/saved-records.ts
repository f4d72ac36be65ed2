import { isRecord } from '../shape.ts';
import type { Fault } from './migrations.ts';
import { currentSchema, migrate } from './migrations.ts';
import { unpack } from './packing.ts';
import { readRecords } from './record-store.ts';
import type { SavedArticle } from './saved-article.ts';

/** A key of the library whose record could not be used; nothing but a person's deletion removes it. */
export interface BrokenRecord {
  key: string;
  id: string;
  fault: Fault;
}

const articlePrefix = 'article:';
const metaPrefix = 'meta:';

/** The key of an article's own record. */
export function articleKey(id: string): string {
  return articlePrefix + id;
}

/** The key of an article's row in the index. */
export function metaKey(id: string): string {
  return metaPrefix + id;
}

/** The ids among some keys of the store: those with an article, and those with a row in the index. */
export function idsOf(keys: readonly string[]): { articles: string[]; metas: Set<string> } {
  const withPrefix = (prefix: string): string[] =>
    keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return { articles: withPrefix(articlePrefix), metas: new Set(withPrefix(metaPrefix)) };
}

/** Reads saved articles by id, brought to today's schema; the broken ones are named and left out. */
export async function readSaved(ids: readonly string[]): Promise<{ saved: SavedArticle[]; broken: BrokenRecord[] }> {
  const { records, unreadable } = await readRecords(ids.map(articleKey));
  const broken: BrokenRecord[] = unreadable.map((key) => brokenRecord(key, 'unreadable'));
  const saved: SavedArticle[] = [];
  for (const [key, record] of records) {
    const article = await read(key, record);
    if (typeof article === 'string') broken.push(brokenRecord(key, article));
    else if (articleKey(article.id) !== key) broken.push(brokenRecord(key, 'malformed'));
    else saved.push(article);
  }
  for (const { key, fault } of broken) console.warn(`the record ${key} is ${fault}`);
  return { saved, broken };
}

async function read(key: string, record: unknown): Promise<SavedArticle | Fault> {
  // What a later version has packed, and how, is its own affair.
  if (isRecord(record) && Number(record['schema']) > currentSchema) return 'newer';
  try {
    return migrate(await unpack(record));
  } catch (error) {
    console.warn(`the record ${key} cannot be unpacked`, error);
    return 'malformed';
  }
}

function brokenRecord(key: string, fault: Fault): BrokenRecord {
  return { key, id: key.slice(articlePrefix.length), fault };
}

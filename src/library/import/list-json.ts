import { isHeavyJson, isRecord, isString } from '../../shape.ts';
import type { BookmarkQuote } from './bookmark.ts';
import type { ForeignList, ListRow } from './list-row.ts';

type Item = Record<string, unknown> & { url: string; title: string };

/**
 * Reads a list of Omnivore, or the highlights that Pocket hands out beside its table; undefined for another one.
 *
 * @param highlights what was marked in Omnivore's articles, in Markdown, by the name under which it had them.
 */
export function readListJson(text: string, highlights: ReadonlyMap<string, string>): ForeignList | undefined {
  const items = parseArray(text).filter(isItem);
  if (items.length === 0) return undefined;
  if (items.every(({ highlights: marked, savedAt }) => Array.isArray(marked) && savedAt === undefined)) return { source: 'pocket', rows: items.map(fromPocket) };
  return { source: 'omnivore', rows: items.map((item) => fromOmnivore(item, highlights.get(wordIn(item['slug'])) ?? '')) };
}

function isItem(item: unknown): item is Item {
  return isRecord(item) && isString(item['url']) && isString(item['title']);
}

function fromPocket({ url, title, highlights }: Item): ListRow {
  const quotes = itemsIn(highlights).map((one) => ({ exact: wordIn(isRecord(one) ? one['quote'] : undefined).trim(), note: '' }));
  return { url, title, added: '', tags: [], read: false, quotes: quotes.filter(({ exact }) => exact !== '') };
}

function fromOmnivore({ url, title, savedAt, labels, state }: Item, highlights: string): ListRow {
  const tags = itemsIn(labels).map((label) => wordIn(isRecord(label) ? label['name'] : label));
  return { url, title, added: wordIn(savedAt), tags, read: /^archived$/i.test(wordIn(state)), quotes: quotesIn(highlights) };
}

/** A quotation is a highlight; what stands under it is the note, but for its labels. */
function quotesIn(markdown: string): BookmarkQuote[] {
  const quotes: BookmarkQuote[] = [];
  for (const block of markdown.split(/\n\s*\n/).map((text) => text.trim())) {
    const last = quotes.at(-1);
    if (block.startsWith('>')) quotes.push({ exact: block.replace(/^> ?/gm, '').trim(), note: '' });
    else if (last && !/^(?:#\S+\s*)+$/.test(block)) last.note = `${last.note}\n${block}`.trim();
  }
  return quotes.filter(({ exact }) => exact !== '');
}

function itemsIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function wordIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseArray(text: string): unknown[] {
  if (isHeavyJson(text)) return [];
  try {
    return itemsIn(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    console.warn('the list is no JSON', error);
    return [];
  }
}

import type { IndexEntry } from '../saved-article.ts';

/** What the list says of one article. */
export type CsvRow = Pick<IndexEntry, 'title' | 'byline' | 'siteName' | 'url' | 'publishedTime' | 'savedAt' | 'length' | 'excerpt'> & { tags: readonly string[] };

const columns = ['title', 'author', 'site', 'url', 'published', 'saved', 'characters', 'tags', 'excerpt'] as const;
/** With it spreadsheets read the file as UTF-8. */
const byteOrderMark = '\ufeff';

/** The list of saved articles as RFC 4180 has it: a head, one row an article, lines ended by CR LF. */
export function toCsv(entries: readonly CsvRow[]): string {
  const rows = entries.map((entry) => [
    entry.title, entry.byline, entry.siteName, entry.url, entry.publishedTime,
    new Date(entry.savedAt).toISOString(), String(entry.length), entry.tags.join('; '), entry.excerpt,
  ]);
  return byteOrderMark + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text. */
function cell(text: string): string {
  const harmless = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

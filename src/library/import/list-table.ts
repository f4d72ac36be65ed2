import { isString } from '../../shape.ts';
import { readCsv } from './csv-rows.ts';
import type { ForeignList, ListRow } from './list-row.ts';

type Cells = Record<string, string>;

/** Reads the table of Pocket or Instapaper; undefined for another one. */
export function readListTable(text: string): ForeignList | undefined {
  const [head = ''] = text.slice(0, 2000).replace(/^\ufeff/, '').trimStart().toLowerCase().split(/\r?\n/);
  // Spreadsheets part cells as their country does.
  const separator = [';', '\t'].find((sign) => head.includes(sign)) ?? ',';
  const names = new Set(head.split(separator).map((name) => name.replaceAll('"', '').trim()));
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.has(name));
  if (has('url', 'title', 'time_added')) return { source: 'pocket', rows: readCsv(text, separator).map(fromPocket) };
  if (has('url', 'title', 'folder')) return { source: 'instapaper', rows: readCsv(text, separator).map(fromInstapaper) };
  return undefined;
}

function fromPocket({ url = '', title = '', time_added: added = '', tags = '', status = '' }: Cells): ListRow {
  return { url, title, added, tags: tags.split(/[|,]/), read: /^archive/i.test(status), quotes: [] };
}

function fromInstapaper({ url = '', title = '', timestamp: added = '', tags = '', folder = '', selection = '' }: Cells): ListRow {
  const all = [...(isOwnFolder(folder) ? [] : [folder]), ...tagsIn(tags)];
  return { url, title, added, tags: all, read: /^archive$/i.test(folder), quotes: selection.trim() === '' ? [] : [{ exact: selection.trim(), note: '' }] };
}

/** Whether a folder is none that a person has made. */
export function isOwnFolder(folder: string): boolean {
  return /^(unread|archive|home)?$/i.test(folder.trim());
}

/** Instapaper writes them as JSON. */
function tagsIn(cell: string): string[] {
  try {
    const list: unknown = JSON.parse(cell);
    return Array.isArray(list) ? list.filter(isString).map(String) : [];
  } catch {
    return cell.replace(/^\[|\]$|"/g, '').split(',');
  }
}

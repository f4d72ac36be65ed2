import { parseInert } from '../../article/sanitize.ts';
import type { ForeignList, ListRow } from './list-row.ts';
import { isOwnFolder } from './list-table.ts';

/** Reads the page of links that Pocket, and in another form Instapaper, hands out; undefined for another one. */
export function readListPage(text: string): ForeignList | undefined {
  const isInstapaper = /<title>\s*instapaper/i.test(text.slice(0, 2000));
  // Each section begins with its heading: unread, archive, the folders.
  const rows = text.split(/<h1\b[^>]*>/i).flatMap((section) => rowsIn(section, isInstapaper ? 'a[href]' : 'a[href][time_added]'));
  return rows.length === 0 ? undefined : { source: isInstapaper ? 'instapaper' : 'pocket', rows };
}

/** Only the links are parsed: there is markup on which a browser ponders for minutes. */
function rowsIn(section: string, links: string): ListRow[] {
  const markup = Array.from(section.matchAll(/<a\s[^<]*<\/a>/gi), ([link]) => link).join('');
  if (markup === '') return [];
  const [, name = ''] = /^([^<]{0,100})<\/h1>/i.exec(section) ?? [];
  const folder = name.trim();
  const isArchive = /^(read )?archive$/i.test(folder);
  const tags = isArchive || isOwnFolder(folder) ? [] : [folder];
  return [...parseInert(markup).querySelectorAll(links)].map((link) => ({
    url: link.getAttribute('href') ?? '', title: link.textContent ?? '', added: link.getAttribute('time_added') ?? '',
    tags: [...tags, ...(link.getAttribute('tags') ?? '').split(',')], read: isArchive, quotes: [],
  }));
}

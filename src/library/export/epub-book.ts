import { escapeMarkup } from './html-text.ts';

/** What a book says of itself. */
export interface BookInfo {
  title: string;
  /** BCP 47. */
  language: string;
  /** What stands above the table of contents. */
  contentsTitle: string;
}

/** A file of the book beside its frame. */
export interface BookPart {
  id: string;
  path: string;
  type: string;
}

/** A chapter: one article, with its sections as places in its file. */
export interface Chapter extends BookPart {
  title: string;
  byline: string;
  /** Headings that stand in the file, with depths from 1 that never skip. */
  sections: { id: string; text: string; depth: number }[];
}

/** The file that names the book's description to the e-reader. */
export const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

interface Package {
  info: BookInfo;
  /** Says which book this is; the same articles give the same. */
  identifier: string;
  /** Milliseconds since the epoch. */
  modified: number;
  chapters: readonly Chapter[];
  pictures: readonly BookPart[];
}

/** The book's description: its data, its files, their order. */
export function packageDocument({ info, identifier, modified, chapters, pictures }: Package): string {
  const authors = [...new Set(chapters.map(({ byline }) => byline.trim()))].filter((name) => name !== '').slice(0, 50);
  const files = [...chapters, ...pictures].map(({ id, path, type }) => `<item id="${id}" href="${path}" media-type="${type}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${info.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">${identifier}</dc:identifier>
<dc:title>${escapeMarkup(info.title)}</dc:title>
<dc:language>${info.language}</dc:language>
${authors.map((name) => `<dc:creator>${escapeMarkup(name)}</dc:creator>\n`).join('')}<meta property="dcterms:modified">${new Date(modified).toISOString().slice(0, 19)}Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${files.join('\n')}
</manifest>
<spine>
${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

/** The table of contents: the articles, and under each its sections. */
export function navigation(info: BookInfo, chapters: readonly Chapter[]): string {
  const rows = chapters.map((chapter) => `<li><a href="${chapter.path}">${escapeMarkup(chapter.title)}</a>${sectionList(chapter)}</li>`);
  const body = `<nav epub:type="toc" id="toc"><h1>${escapeMarkup(info.contentsTitle)}</h1><ol>\n${rows.join('\n')}\n</ol></nav>`;
  return xhtmlPage({ title: info.contentsTitle, language: info.language, dir: '', body });
}

function sectionList({ path, sections }: Chapter): string {
  let list = '';
  let depth = 0;
  for (const section of sections) {
    if (section.depth > depth) list += '<ol>';
    else list += `</li>${'</ol></li>'.repeat(depth - section.depth)}`;
    depth = section.depth;
    list += `<li><a href="${path}#${section.id}">${escapeMarkup(section.text)}</a>`;
  }
  return list + '</li></ol>'.repeat(depth);
}

/** A page of the book round a body that is XHTML already. */
export function xhtmlPage({ title, language, dir, body }: { title: string; language: string; dir: string; body: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"${dir === '' ? '' : ` dir="${dir}"`}>
<head><meta charset="utf-8"/><title>${escapeMarkup(title)}</title><link rel="stylesheet" href="${body.startsWith('<nav') ? '' : '../'}style.css"/></head>
<body>${body}</body>
</html>
`;
}

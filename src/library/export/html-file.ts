import { serialize } from '../../article/sanitize.ts';
import { metaLine, originOf, writeNotes } from './article-parts.ts';
import { bookStyle, pageStyle } from './book-style.ts';
import type { ExportItem } from './export-item.ts';
import { contentOf } from './export-item.ts';
import { escapeMarkup } from './html-text.ts';
import type { PictureFinder } from './pictures.ts';
import { settlePictures, toDataAddress } from './pictures.ts';

/** Nothing runs, nothing is fetched, nothing is sent: all that the page shows is in the file. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** An article as one HTML file that needs nothing beside itself: kept pictures inside, the others as links. */
export async function toHtmlFile(item: ExportItem, find: PictureFinder, document: Document): Promise<string> {
  const { article } = item.saved;
  const written = contentOf(item, document);
  writeNotes(written, item);
  await settlePictures(written.content, { find, place: toDataAddress, isBook: false });
  written.content.append(originOf(written.content, article));
  for (const link of written.content.querySelectorAll('a[href]')) {
    if (isDead(link, written.content)) link.replaceWith(...link.childNodes);
    else link.setAttribute('rel', 'noopener noreferrer');
  }
  const meta = metaLine(article);
  return `<!doctype html>
<html lang="${escapeMarkup(article.lang)}"${article.dir === '' ? '' : ` dir="${article.dir}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(article.title)}</title>
<style>
${bookStyle}
${pageStyle}
</style>
</head>
<body>
<h1>${escapeMarkup(article.title)}</h1>
${meta === '' ? '' : `<p class="meta">${escapeMarkup(meta)}</p>\n`}${serialize(written.content)}
</body>
</html>
`;
}

/** Whether a link leads to a place of the page that did not come along. */
function isDead(link: Element, content: DocumentFragment): boolean {
  const href = link.getAttribute('href') ?? '';
  return href.startsWith('#') && content.querySelector(`[id=${JSON.stringify(href.slice(1))}]`) === null;
}

import { sha256 } from '../sha256.ts';
import { metaLine, originOf, writeNotes } from './article-parts.ts';
import { bookStyle } from './book-style.ts';
import type { BookInfo, BookPart, Chapter } from './epub-book.ts';
import { container, navigation, packageDocument, xhtmlPage } from './epub-book.ts';
import type { ExportItem } from './export-item.ts';
import { contentOf } from './export-item.ts';
import { escapeMarkup } from './html-text.ts';
import type { KeptPicture, PictureFinder } from './pictures.ts';
import { settlePictures } from './pictures.ts';
import { makeStrict } from './strict-content.ts';
import { createZip } from './zip.ts';
import type { Zip } from './zip.ts';

/** A book that is being written, article by article. */
export interface Epub {
  add(item: ExportItem): Promise<void>;
  /** Ends the book and gives it, in pieces; there must be an article in it. */
  finish(): Promise<Uint8Array<ArrayBuffer>[]>;
}

interface Shelf {
  zip: Zip;
  pictures: BookPart[];
  find: PictureFinder;
  document: Document;
}

/** Begins an EPUB 3. Nothing in it says when it was made: the same articles give the same bytes. */
export async function createEpub(info: BookInfo, find: PictureFinder, document: Document): Promise<Epub> {
  const shelf: Shelf = { zip: createZip(), pictures: [], find, document };
  const language = languageTag(info.language);
  const chapters: Chapter[] = [];
  const ids: string[] = [];
  let modified = 0;
  await shelf.zip.add('mimetype', 'application/epub+zip', { store: true });
  await shelf.zip.add('META-INF/container.xml', container);
  await shelf.zip.add('book/style.css', bookStyle);
  return {
    async add(item) {
      chapters.push(await writeChapter(item, chapters.length + 1, shelf));
      ids.push(item.saved.id);
      modified = Math.max(modified, item.saved.updatedAt);
    },
    async finish() {
      const identifier = `urn:jingdu:${(await sha256(ids.join())).slice(0, 32)}`;
      const book = { info: { ...info, language }, identifier, modified, chapters, pictures: shelf.pictures };
      await shelf.zip.add('book/nav.xhtml', navigation(book.info, chapters));
      await shelf.zip.add('book/book.opf', packageDocument(book));
      return shelf.zip.finish();
    },
  };
}

async function writeChapter(item: ExportItem, place: number, shelf: Shelf): Promise<Chapter> {
  const { article } = item.saved;
  const written = contentOf(item, shelf.document);
  const { content } = written;
  writeNotes(written, item);
  await settlePictures(content, { find: shelf.find, place: (picture) => addPicture(picture, shelf), isBook: true });
  content.append(originOf(content, article));
  makeStrict(content);
  const chapter: Chapter = {
    id: `article-${place}`, path: `text/${String(place).padStart(4, '0')}.xhtml`, type: 'application/xhtml+xml',
    title: article.title.trim() || article.url, byline: article.byline, sections: sectionsIn(content, item),
  };
  const meta = metaLine(article);
  const head = `<h1>${escapeMarkup(chapter.title)}</h1>${meta === '' ? '' : `<p class="meta">${escapeMarkup(meta)}</p>`}`;
  const body = head + new XMLSerializer().serializeToString(content);
  await shelf.zip.add(`book/${chapter.path}`, xhtmlPage({ title: chapter.title, language: languageTag(article.lang), dir: article.dir, body }));
  return chapter;
}

/** Once a heading is gone those under it move up, for depths must not skip. */
function sectionsIn(content: DocumentFragment, { saved }: ExportItem): Chapter['sections'] {
  const sections: Chapter['sections'] = [];
  for (const { id, text, depth } of saved.article.outline) {
    if (text.trim() === '' || !/^[\w-]+$/.test(id) || content.querySelector(`[id="${id}"]`) === null) continue;
    sections.push({ id, text, depth: Math.max(1, Math.min(depth, (sections.at(-1)?.depth ?? 0) + 1)) });
  }
  return sections;
}

async function addPicture({ bytes, type }: KeptPicture, { zip, pictures }: Shelf): Promise<string> {
  const id = `picture-${pictures.length + 1}`;
  const path = `pictures/${id}.${type.slice('image/'.length)}`;
  pictures.push({ id, path, type });
  await zip.add(`book/${path}`, bytes, { store: true });
  return `../${path}`;
}

/** The language of a text, as strict readers take it. */
function languageTag(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'zh';
  } catch (error) {
    if (error instanceof RangeError) return 'zh';
    throw error;
  }
}

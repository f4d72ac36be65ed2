import { findSiteRule } from '../rules/find-site-rule.ts';
import type { Article, Provenance, Removal } from './article.ts';
import { flattenBlocks } from './blocks.ts';
import { authorInCredits } from './byline.ts';
import { tieCaptions } from './captions.ts';
import { picturesOf, resolveAddresses } from './images.ts';
import { restoreLazyImages } from './lazy-images.ts';
import { chooseMainContent } from './main-content.ts';
import { readMetadata } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import { findNextPage } from './next-page.ts';
import { readOutline } from './outline.ts';
import { keepPlayers } from './players.ts';
import { provenanceInBoxes, stripBoxes, stripLines } from './promos.ts';
import type { Stripped } from './promos.ts';
import { promoteHeadings } from './pseudo-headings.ts';
import { sanitizeToFragment, serialize } from './sanitize.ts';
import { markStandfirst, prependStandfirst } from './standfirst.ts';
import { keepStyledMeaning } from './styled-text.ts';
import { lengthOf, textLength, textOf } from './text.ts';
import { readText } from './text-content.ts';
import { copyForReading, dropMachinery } from './working-copy.ts';

export interface ExtractOptions {
  /** The page's address: it resolves relative links and finds the site's rule. */
  url: string;
  /** False leaves the site rules out, to see what the general way does. */
  siteRules?: boolean;
}

/** Shorter texts than this are no article, in characters without white space. */
const shortestArticle = 40;

/**
 * Extracts the article of a page. The page is left as it is: all steps work on a copy.
 *
 * @returns undefined when the page holds no article.
 */
export function extract(document: Document, options: ExtractOptions): Article | undefined {
  const rule = options.siteRules === false ? undefined : findSiteRule(options.url);
  const page = copyForReading(document);
  const metadata = readMetadata(page, options.url, rule);
  dropMachinery(page);
  restoreLazyImages(page);
  keepPlayers(page); // before Readability, which throws frames away
  keepStyledMeaning(page); // before the main content is chosen, which drops the styles
  const nextPage = findNextPage(page, options.url, rule?.nextPage); // before the paging goes as clutter
  const content = chooseMainContent(page, rule);
  if (!content) return undefined;
  const boxes = stripBoxes(content.root, rule?.remove); // before the wrappers that carry the names are flattened
  const body = flattenBlocks(content.root);
  resolveAddresses(body, document.baseURI || options.url);
  prependStandfirst(body, metadata.standfirst);
  const lines = stripLines(body, [metadata.title, metadata.shownAuthor, metadata.source, metadata.siteName]);
  tieCaptions(body); // after the credits under pictures have gone
  const standfirst = markStandfirst(body);
  promoteHeadings(body, metadata.title); // after the promos: #专栏作家# is no section
  if (textLength(body) < shortestArticle) return undefined;
  const removals = recordRemovals([...boxes, ...lines.stripped], document);
  return assemble({ body, metadata, removals, document, standfirst, provenance: [...provenanceInBoxes(boxes), ...lines.provenance], found: content.found, url: options.url, nextPage });
}

interface Parts {
  body: Element;
  metadata: Metadata;
  removals: Removal[];
  document: Document;
  standfirst: string;
  provenance: Provenance[];
  found: number;
  url: string;
  nextPage: string;
}

function assemble(parts: Parts): Article {
  const { metadata, document } = parts;
  const images = picturesOf(parts.body).length;
  const headings = parts.body.querySelectorAll('h1, h2, h3, h4, h5, h6').length;
  const content = sanitizeToFragment(parts.body.cloneNode(true), document);
  const outline = readOutline(content);
  const textContent = readText(content);
  const length = lengthOf(textContent);
  const stripped = parts.removals.reduce((sum, { text }) => sum + lengthOf(text), 0);
  return {
    url: parts.url,
    title: metadata.title || outline[0]?.text || '',
    byline: bylineOf(metadata, parts.provenance),
    siteName: metadata.siteName,
    publishedTime: metadata.publishedTime,
    lang: metadata.lang,
    dir: metadata.dir,
    standfirst: parts.standfirst,
    excerpt: excerptOf(content),
    leadImage: metadata.leadImage || (content.querySelector('img')?.getAttribute('src') ?? ''),
    length,
    contentHtml: serialize(content),
    textContent,
    outline,
    provenance: parts.provenance,
    removals: parts.removals,
    completeness: {
      characters: { kept: length, found: Math.max(length, parts.found - stripped) },
      images: { kept: picturesOf(content).length, found: images },
      headings: { kept: outline.length, found: headings },
    },
    nextPage: parts.nextPage,
  };
}

/** What is printed beside the headline first, then the credits in the body: on a mirror the metadata name the mirror. */
function bylineOf(metadata: Metadata, provenance: Provenance[]): string {
  const credited = authorInCredits(provenance.filter(({ kind }) => kind === 'author').map(({ text }) => text));
  return metadata.shownAuthor || credited || metadata.statedAuthor || metadata.reporter || metadata.source;
}

const longestRestorable = 4000;

function recordRemovals(stripped: Stripped[], document: Document): Removal[] {
  return stripped.map(({ step, reason, element, marker }, id) => {
    marker.setAttribute('data-removal', String(id));
    const text = textOf(element) || (element.querySelector('img')?.getAttribute('src') ?? '');
    const html = textLength(element) > 0 && textLength(element) <= longestRestorable ? serialize(sanitizeToFragment(element, document)) : '';
    return { id, step, reason, text, html };
  });
}

function excerptOf(content: DocumentFragment): string {
  for (const paragraph of content.querySelectorAll('p, blockquote > p')) {
    const text = textOf(paragraph);
    if (lengthOf(text) >= 30 && !paragraph.closest('figure')) return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  }
  return textOf(content).slice(0, 120);
}

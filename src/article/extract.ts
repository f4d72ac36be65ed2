import { findSiteRule } from '../rules/find-site-rule.ts';
import type { Article, Provenance, Removal } from './article.ts';
import { provenanceInBoxes, readCreditsBelow } from './credits.ts';
import { flattenBlocks } from './blocks.ts';
import { findBodyPlace } from './body-place.ts';
import { authorInCredits, authorInText } from './byline.ts';
import { tieCaptions } from './captions.ts';
import { measureCompleteness, takeInventory } from './completeness.ts';
import type { Inventory } from './completeness.ts';
import { keepFootnotes } from './footnotes.ts';
import { keepFormulas } from './formulas.ts';
import { resolveAddresses } from './images.ts';
import { languageOf } from './language.ts';
import { restoreLazyImages } from './lazy-images.ts';
import { chooseMainContent } from './main-content.ts';
import { readMetadata } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import { moveChildren } from './move-children.ts';
import { findNextPage } from './next-page.ts';
import { readOutline } from './outline.ts';
import { keepPlayers } from './players.ts';
import { stripBoxes } from './promo-boxes.ts';
import { stripLines } from './promo-lines.ts';
import { promoteHeadings } from './pseudo-headings.ts';
import { parseDate } from './published-time.ts';
import { read } from './readerable/unclobbered.ts';
import { sanitizeToFragment, serialize } from './sanitize.ts';
import { markStandfirst, prependStandfirst } from './standfirst.ts';
import type { Stripped } from './stripped.ts';
import { keepStyledMeaning } from './styled-text.ts';
import { lengthOf, textLength, textLengthUpTo, textOf } from './text.ts';
import { readText } from './text-content.ts';
import type { CheckTime } from './time-limit.ts';
import { unhurried } from './time-limit.ts';
import { copyForReading } from './working-copy.ts';

export interface ExtractOptions {
  /** The page's address: it resolves relative links and finds the site's rule. */
  url: string;
  /** False leaves the site rules out, to see what the general way does. */
  siteRules?: boolean;
  /** Asked between the steps, and within the long ones. */
  checkTime?: CheckTime;
}

/** Shorter texts than this are no article, in characters without white space. */
const shortestArticle = 40;

/**
 * Extracts the article of a page. The page is left as it is: all steps work on a copy.
 *
 * @returns undefined when the page holds no article.
 * @throws OutOfTime where `checkTime` says so.
 */
export function extract(document: Document, options: ExtractOptions): Article | undefined {
  const { checkTime = unhurried } = options;
  const rule = options.siteRules === false ? undefined : findSiteRule(options.url);
  const metadata = readMetadata(document, options.url, rule);
  const nextPage = findNextPage(document, options.url, rule?.nextPage);
  checkTime();
  const place = findBodyPlace(document, rule);
  const below = readCreditsBelow(place.element);
  const page = copyForReading(document, place.element);
  checkTime();
  restoreLazyImages(page);
  keepFormulas(page); // before Readability, which keeps the drawing without the formula
  keepPlayers(page); // before Readability, which throws frames away
  keepStyledMeaning(page); // before Readability as well, which drops the styles
  const content = chooseMainContent(page, place.isBody, checkTime);
  if (!content) return undefined;
  const inventory = takeInventory(content.root, content.prose);
  checkTime();
  const boxes = stripBoxes(content.root, rule?.remove); // before the wrappers that carry the names are flattened
  const body = flattenBlocks(content.root);
  checkTime();
  resolveAddresses(body, read<string>(document, 'baseURI') || options.url);
  prependStandfirst(body, metadata.standfirst);
  const lines = stripLines(body, [metadata.title, metadata.shownAuthor || metadata.reporter, metadata.source, metadata.siteName], checkTime);
  checkTime();
  tieCaptions(body); // after the credits under pictures have gone
  const standfirst = markStandfirst(body);
  promoteHeadings(body, metadata.title); // after the promos: #专栏作家# is no section
  keepFootnotes(body, options.url);
  checkTime();
  if (textLength(body) < shortestArticle) return undefined;
  const stripped = [...boxes, ...lines.stripped];
  const provenance = [...provenanceInBoxes(boxes), ...lines.provenance, ...below];
  return assemble({ body, metadata, stripped, inventory, document, standfirst, provenance, nextPage, url: options.url, checkTime });
}

interface Parts {
  body: Element;
  metadata: Metadata;
  stripped: Stripped[];
  inventory: Inventory;
  document: Document;
  standfirst: string;
  provenance: Provenance[];
  url: string;
  nextPage: string;
  checkTime: CheckTime;
}

function assemble(parts: Parts): Article {
  const { metadata, stripped } = parts;
  const { content, removals } = sanitizeAll(parts);
  parts.checkTime();
  const outline = readOutline(content);
  const textContent = readText(content);
  const length = lengthOf(textContent);
  const removed = removals.flatMap((removal, index) => stripped.slice(index, index + 1).map(({ element }) => ({ removal, element })));
  return {
    url: parts.url,
    title: metadata.title || outline[0]?.text || '',
    byline: bylineOf(metadata, parts.provenance) || authorInText(textContent),
    siteName: metadata.siteName,
    publishedTime: metadata.publishedTime || (removals.filter(({ reason }) => reason === 'date-line').map(({ text }) => parseDate(text)).find(Boolean) ?? ''),
    lang: languageOf(metadata.lang, textContent),
    dir: metadata.dir,
    standfirst: parts.standfirst,
    excerpt: excerptOf(content),
    leadImage: metadata.leadImage || (content.querySelector('img')?.getAttribute('src') ?? ''),
    length,
    contentHtml: serialize(content),
    textContent,
    outline,
    provenance: parts.provenance,
    removals,
    completeness: measureCompleteness(parts.inventory, { content, text: textContent, length, headings: outline.length }, removed),
    nextPage: parts.nextPage,
  };
}

/** What is printed beside the headline first, then the credits in the body: on a mirror the metadata name the mirror. */
function bylineOf(metadata: Metadata, provenance: Provenance[]): string {
  const credited = authorInCredits(provenance.filter(({ kind }) => kind === 'author').map(({ text }) => text));
  const { shownAuthor, statedAuthor, reporter, source, siteName } = metadata;
  const namesHouse = statedAuthor !== '' && siteName.startsWith(statedAuthor); // 网易 wrote nothing that 网易订阅 prints
  return shownAuthor || credited || (namesHouse ? reporter || source : '') || statedAuthor || reporter || source;
}

/** Characters of the longest removed block that can be put back; longer ones are lists that nobody wants. */
const longestRestorable = 1500;

/** Children that are sanitised in one go: all of most articles, and of the longest so many that the time can be asked in between. */
const batchSize = 2000;

/** The sanitised body, and what was removed from it. */
function sanitizeAll({ body, stripped, document, checkTime }: Parts): { content: Element; removals: Removal[] } {
  const page = body.ownerDocument;
  const tray = page.createElement('div');
  stripped.forEach(({ element, marker }, id) => {
    marker.setAttribute('data-removal', String(id));
    const slot = page.createElement('div');
    slot.setAttribute('data-removal', String(id));
    if (isRestorable(element)) slot.append(element.cloneNode(true));
    tray.append(slot);
  });
  resolveAddresses(tray, read<string>(document, 'baseURI')); // what is put back must find its pictures
  body.append(tray); // one pass costs less than two
  const content = sanitizeChildren(body, document, checkTime);
  const cleanTray = content.lastElementChild;
  cleanTray?.remove();
  const slots = [...(cleanTray?.children ?? [])];
  const removals = stripped.map(({ step, reason, group, element }, id) => {
    const text = textOf(element) || (element.querySelector('img')?.getAttribute('src') ?? '');
    const slot = slots[id];
    return { id, step, reason, group, text, html: slot ? serialize(slot) : '' };
  });
  return { content, removals };
}

/** Sanitises what an element holds; an element of many children loses them. */
function sanitizeChildren(element: Element, document: Document, checkTime: CheckTime): Element {
  const whole = element.ownerDocument.createElement('div');
  const [first = whole, ...others] = batchesOf(element).map((batch) => {
    checkTime();
    return sanitizeToFragment(batch, document).firstElementChild ?? whole;
  });
  for (const other of others) moveChildren(other, first);
  return first;
}

function batchesOf(element: Element): Element[] {
  if (element.childNodes.length <= batchSize) return [element];
  const batches: Element[] = [];
  while (element.firstChild) {
    const batch = element.ownerDocument.createElement('div');
    for (let i = 0; i < batchSize && element.firstChild; i += 1) batch.append(element.firstChild);
    batches.push(batch);
  }
  return batches;
}

function isRestorable(element: Element): boolean {
  const length = textLengthUpTo(element, longestRestorable);
  return length > 0 && length <= longestRestorable;
}

function excerptOf(content: Element): string {
  for (const paragraph of content.querySelectorAll('p, blockquote > p')) {
    const text = textOf(paragraph);
    if (lengthOf(text) >= 30 && !paragraph.closest('figure, [data-standfirst]')) return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  }
  return textOf(content).slice(0, 120);
}

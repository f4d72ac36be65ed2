import { moveChildren } from './move-children.ts';
import { boxRuleFor, isPlainProse } from './promo-boxes.ts';
import { createReadability } from './stoppable-readability.ts';
import { createFinder, foldForMatch, foldSpace, lengthOf, linkDensity, textOf } from './text.ts';
import type { CheckTime } from './time-limit.ts';

/** The chosen root, and what its container on the page held before anything was taken away. */
export interface MainContent {
  root: Element;
  /** The texts of the blocks of prose, folded by `foldForMatch`. */
  prose: readonly string[];
}

/** A block of text on the page. */
interface TextBlock {
  element: Element;
  /** Its text, folded by `foldForMatch`. */
  key: string;
  length: number;
  isHeading: boolean;
}

/** A block where it stood before Readability took the page apart. */
interface PlacedBlock extends TextBlock {
  /** Its ancestors on the page, from the parent to the body. */
  path: Element[];
}

const textSelector = 'p, li, pre, td, dd, blockquote, h3, div, section, article, span';
const blockInside = 'p, div, section, article, ul, ol, table, blockquote, pre, h1, h2, h3, h4, h5, h6, li';
const shortestText = 10;
const shortestHeading = 2;
const sentenceMark = /[，。！？；：、,.!?;]/;
const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
/** The words in class names for which Readability throws an element away; on inline text and paragraphs they mislead. */
const misleadingClass = /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|share|author|byline/i;

/** The part of a copy that is the article: all of it where it is known to be the body, else what Readability chooses, with its known faults mended. */
export function chooseMainContent(page: Document, isBody: boolean, checkTime: CheckTime): MainContent | undefined {
  const [whole] = page.body.children;
  guardText(page);
  const texts = surveyText(page);
  checkTime();
  if (isBody && whole) return { root: whole, prose: proseOf(texts) };
  const blocks = texts.map((block) => ({ ...block, path: ancestorsOf(block.element) }));
  const isIdeographic = ((page.body.textContent ?? '').slice(0, 20_000).match(ideographs)?.length ?? 0) > 400;
  const charThreshold = isIdeographic ? 120 : 500; // an ideograph says as much as four letters
  const parsed = createReadability(page, { serializer: (node) => node as Element, keepClasses: true, disableJSONLD: true, charThreshold }, checkTime).parse();
  const root = parsed?.content;
  if (!root) return undefined;
  mend(root, blocks, checkTime);
  return { root, prose: proseIn(containerOf(blocks), blocks) };
}

/** Hides from Readability what makes it drop real text: class names of inline text, and headings that resemble the title. */
function guardText(page: Document): void {
  for (const element of page.querySelectorAll('p[class], span[class], strong[class], em[class], b[class], font[class], p[id], span[id]')) {
    if (!misleadingClass.test(`${element.className} ${element.id}`)) continue;
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const plain = page.createElement('h3');
    plain.setAttribute('data-level', heading.tagName.slice(1));
    moveChildren(heading, plain);
    heading.replaceWith(plain);
  }
}

function surveyText(page: Document): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const element of page.body?.querySelectorAll(textSelector) ?? []) {
    const isHeading = element.tagName === 'H3';
    if (element.tagName === 'SPAN' && !/^(SECTION|DIV|ARTICLE|TD)$/.test(element.parentElement?.tagName ?? '')) continue;
    if (element.firstElementChild && element.querySelector(blockInside)) continue;
    const written = element.textContent ?? '';
    if (!isHeading && (written.length < shortestText || !sentenceMark.test(written))) continue; // most of a page's blocks, and to fold a text takes longer
    const text = foldSpace(written);
    const length = lengthOf(text);
    if (length < (isHeading ? shortestHeading : shortestText)) continue;
    if (linkDensity(element) <= 0.3) blocks.push({ element, key: foldForMatch(text), length, isHeading });
  }
  return blocks;
}

function ancestorsOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let parent = element.parentElement; parent; parent = parent.parentElement) path.push(parent);
  return path;
}

function proseIn(container: Element | undefined, blocks: PlacedBlock[]): string[] {
  return proseOf(container ? blocks.filter(({ path }) => path.includes(container)) : blocks);
}

function proseOf(blocks: TextBlock[]): string[] {
  return blocks.filter(({ isHeading }) => !isHeading).map(({ key }) => key);
}

/** Puts back the text that Readability dropped from within the container of what it kept. */
function mend(root: Element, blocks: PlacedBlock[], checkTime: CheckTime): void {
  const stands = createFinder(foldForMatch(root.textContent ?? ''));
  const isKept = blocks.map(({ key }) => stands(key));
  const kept = blocks.filter((_, index) => isKept[index]);
  const container = containerOf(kept);
  if (!container) return;
  const times = new Map<string, number>();
  for (const { key } of blocks) times.set(key, (times.get(key) ?? 0) + 1);
  // A date that each comment repeats says nothing of where in the page the kept text ends.
  const tellsPlace = isKept.map((kept, index) => kept && times.get(blocks[index]?.key ?? '') === 1);
  const last = tellsPlace.lastIndexOf(true);
  const first = tellsPlace.indexOf(true);
  let places: Map<string, Element> | undefined;
  blocks.forEach((block, index) => {
    checkTime();
    if (isKept[index] || root.contains(block.element) || !block.path.includes(container)) return;
    const isBetween = index > first && index < last;
    if (!isBetween && (block.isHeading || !hasCompany(block, blocks))) return;
    if (block.length < (isBetween ? 12 : 30) && !block.isHeading) return;
    if (isClutter(block, container)) return;
    places ??= placesOf(root);
    const before = lastKept(blocks.slice(0, index).filter((_, earlier) => tellsPlace[earlier]), places);
    if (!before) return;
    before.after(block.element);
    tellsPlace[index] = true;
    places.set(block.key, block.element);
  });
}

/** The deepest element that holds at least nine tenths of the text that was kept. */
function containerOf(kept: PlacedBlock[]): Element | undefined {
  const held = new Map<Element, number>();
  let total = 0;
  for (const { path, length } of kept) {
    total += length;
    for (const element of path) held.set(element, (held.get(element) ?? 0) + length);
  }
  const longest = kept.reduce<Element[]>((path, block) => (block.path.length > path.length ? block.path : path), []);
  return longest.find((element) => (held.get(element) ?? 0) >= total * 0.9 && element.tagName !== 'BODY' && element.tagName !== 'HTML');
}

function hasCompany(block: PlacedBlock, blocks: PlacedBlock[]): boolean {
  return blocks.some((other) => other !== block && other.path[0] === block.path[0] && other.length >= 30);
}

/** Whether a name on the way up to the container says that the text is something else: comments, related articles, an advertisement. */
function isClutter({ element, path }: PlacedBlock, container: Element): boolean {
  const way = [element, ...path.slice(0, path.indexOf(container))];
  return way.some((box) => /^(ASIDE|NAV|FOOTER)$/.test(box.tagName) || isHidden(box) || isNamedClutter(box));
}

function isNamedClutter(box: Element): boolean {
  const rule = boxRuleFor(box);
  return rule !== undefined && !isPlainProse(box, rule.group);
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

/** Where in Readability's result a text stands: it makes new elements of some, so they are known by their text. */
function placesOf(root: Element): Map<string, Element> {
  const places = new Map<string, Element>();
  for (const element of root.querySelectorAll(textSelector)) if (!element.firstElementChild || !element.querySelector(blockInside)) places.set(foldForMatch(textOf(element)), element);
  return places;
}

function lastKept(earlier: TextBlock[], places: Map<string, Element>): Element | undefined {
  for (const { key } of earlier.toReversed()) {
    const element = places.get(key);
    if (element) return element;
  }
  return undefined;
}

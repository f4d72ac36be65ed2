import { perStep, type Block } from './blocks.ts';
import { isNameless, kindOf } from './kinds.ts';
import { isItem } from './item.ts';
import { find, firstChildren, foldedText, tagOf } from './unclobbered.ts';
import { weigh } from './text-signs.ts';

/** Two items under a name of their own are a series (a question and its answer); two nameless boxes are mere layout. */
const fewestNamed = 2;
const fewestNameless = 3;
/** Most of the siblings built alike must look like items: one dated paragraph does not make an article a list. */
const shareOfAlike = 0.6;
/** In a handful of alike boxes, the one with nearly all the prose is the article and the others surround it. */
const shareOfArticle = 0.8;
const handful = 4;
/** A series is known by its first items. */
const itemsLookedAt = 6;
const fewestHeadings = 3;
/** An article has several paragraphs under each heading; a flat list of teasers has an excerpt and a line or two. */
const shareOfHeadings = 0.25;
const shortestHeading = 6;

/**
 * Moves the prose of repeated items out of their parent's. A page of teasers, posts or answers repeats
 * one structure, and each piece bears its own date or its own title that is a link; the sections of an
 * article bear neither.
 */
export function* takeOutSeries(parent: Block, document: Document): Generator<undefined, void> {
  const withProse = parent.children.filter((child) => child.prose > 0);
  if (withProse.length < fewestNamed) return;
  for (const [kind, alike] of yield* byKind(withProse)) {
    if (!(yield* isSeries(kind, alike, document))) continue;
    for (const item of alike) {
      item.isItem = true;
      parent.prose -= item.prose;
      parent.listed += item.prose;
    }
  }
}

/** Whether the body is a flat list of teasers: a linked heading and an excerpt in turn, without a box round each. */
export function isFlatList(body: Block): boolean {
  if (find(body.element, 'a').length < fewestHeadings) return false;
  const first = firstChildren(body.element);
  const headings = first.filter((child) => /^(?:h\d|dt)$/.test(tagOf(child)) && isLinked(child));
  return headings.length >= fewestHeadings && headings.length >= shareOfHeadings * first.length;
}

function isLinked(heading: Element): boolean {
  return [...find(heading, 'a')].some((link) => weigh(foldedText(link)) >= shortestHeading);
}

function* byKind(blocks: readonly Block[]): Generator<undefined, Map<string, Block[]>> {
  const kinds = new Map<string, Block[]>();
  let count = 0;
  for (const block of blocks) {
    if (count++ % perStep === 0) yield;
    // A paragraph is never an item, and most blocks are paragraphs.
    if (block.tag === 'p') continue;
    const kind = kindOf(block.element, block.tag);
    kinds.set(kind, kinds.get(kind) ?? []);
    kinds.get(kind)?.push(block);
  }
  return kinds;
}

function* isSeries(kind: string, all: readonly Block[], document: Document): Generator<undefined, boolean> {
  const fewest = isNameless(kind) ? fewestNameless : fewestNamed;
  if (all.length < fewest || hasOneMain(all)) return false;
  const first = all.slice(0, itemsLookedAt);
  let items = 0;
  for (const block of first) if (yield* isItem(block, document)) items += 1;
  return items >= fewest && items >= shareOfAlike * first.length;
}

function hasOneMain(all: readonly Block[]): boolean {
  const whole = all.reduce((sum, block) => sum + block.prose, 0);
  return all.length < handful && all.some((block) => block.prose > shareOfArticle * whole);
}

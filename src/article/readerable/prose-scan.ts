import { inline, isAround, isNameless, kindOf, neverProse } from './kinds.ts';
import { isPunctuated, weigh } from './text-signs.ts';
import { above, firstChildren, tagOf, walkTexts } from './unclobbered.ts';

/** Text shorter than this is a label, or too little to matter; most text nodes of a page are. */
const shortest = 10;
const longEnoughUnpunctuated = 60;
/** So much prose in paragraphs side by side is an essay, whatever else is on the page. */
export const essay = 800;
const textsPerSlice = 64;
/** No line of text has more tags one in another. */
const deepestLine = 100;

/** What one walk over the page's text found. */
export interface Scan {
  readonly walker: TreeWalker;
  /** Text nodes that may be prose, in document order. */
  readonly texts: Text[];
  /** What they weigh together. */
  weight: number;
  /** What holds the prose just read: the block of the lines, or the container of the paragraphs. */
  holder: Element | null;
  /** Weight of the prose read in this holder without a break. */
  run: number;
  /** The first run that was long enough was alone of its kind, so there is no need to look further; or it was one of several. */
  hasEssay: boolean | undefined;
}

/** Walks the page's text once, in slices, and stops where an essay has been seen. */
export function* scanProse(document: Document, root: Element): Generator<undefined, Scan> {
  const scan: Scan = {
    walker: walkTexts(document, root),
    texts: [],
    weight: 0,
    holder: null,
    run: 0,
    hasEssay: undefined,
  };
  while (walkOn(scan)) yield;
  return scan;
}

function walkOn(scan: Scan): boolean {
  const { walker } = scan;
  for (let count = 0; count < textsPerSlice; count++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) return false;
    if (node.length < shortest) continue;
    const { data } = node;
    if (isPunctuated(data) || data.trim().length >= longEnoughUnpunctuated) note(scan, node, weigh(data));
    if (scan.hasEssay) return false;
  }
  return true;
}

function note(scan: Scan, node: Text, weight: number): void {
  let block = node.parentElement;
  for (let level = 0; block && level < deepestLine && inline.has(block.localName); level++) {
    if (block.localName === 'a') return;
    block = block.parentElement;
  }
  if (block === null || neverProse.has(tagOf(block))) return;
  scan.texts.push(node);
  scan.weight += weight;
  const holder = tagOf(block) === 'p' ? above(block) : block;
  scan.run = holder === scan.holder ? scan.run + weight : weight;
  scan.holder = holder;
  if (scan.run >= essay) scan.hasEssay ??= isAlone(holder);
}

function isAlone(holder: Element | null): boolean {
  for (let element = holder; element !== null; element = above(element)) {
    const tag = tagOf(element);
    if (tag === 'a' || tag === 'li' || isAround(element, tag)) return false;
    if (hasAlikeSibling(element, tag)) return false;
  }
  return true;
}

function hasAlikeSibling(element: Element, tag: string): boolean {
  const kind = kindOf(element, tag);
  const parent = above(element);
  if (parent === null || isNameless(kind)) return false;
  return firstChildren(parent).some((sibling) => sibling !== element && tagOf(sibling) === tag && kindOf(sibling, tag) === kind);
}

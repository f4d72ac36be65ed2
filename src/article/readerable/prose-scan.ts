import { inline, isAround, kindOf } from './kinds.ts';
import { isPunctuated, weigh } from './text-signs.ts';
import { above, read, tagOf, walkTexts } from './unclobbered.ts';

/** Text shorter than this is a label, or too little to matter; most text nodes of a page are. */
const shortest = 10;
const longEnoughUnpunctuated = 60;
/** So much prose in paragraphs side by side is an essay, whatever else is on the page. */
export const essay = 800;
const textsPerSlice = 128;
const siblingsLookedAt = 3;

/** Prose that lies side by side: paragraphs in one container, or lines in one block. */
interface Run {
  container: Element | null;
  weight: number;
}

/** What one walk over the page's text found. */
export interface Scan {
  readonly walker: TreeWalker;
  /** Text nodes that may be prose, in document order. */
  readonly texts: Text[];
  /** What they weigh together. */
  weight: number;
  paragraphs: Run;
  lines: Run;
  /** A single run of prose was long enough and alone of its kind: no need to look further. */
  hasEssay: boolean;
}

/** Walks the page's text once, in slices, and stops where an essay has been seen. */
export function* scanProse(document: Document, root: Element): Generator<undefined, Scan> {
  const scan: Scan = {
    walker: walkTexts(document, root),
    texts: [],
    weight: 0,
    paragraphs: { container: null, weight: 0 },
    lines: { container: null, weight: 0 },
    hasEssay: false,
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
  while (block !== null && inline.has(block.localName)) {
    if (block.localName === 'a') return;
    block = block.parentElement;
  }
  if (block === null || isCode(tagOf(block))) return;
  scan.texts.push(node);
  scan.weight += weight;
  scan.hasEssay = isEssay(scan.lines, block, weight) || (tagOf(block) === 'p' && isEssay(scan.paragraphs, above(block), weight));
}

/** Whether the run has become an essay. One that turns out to be one of several is not asked again. */
function isEssay(run: Run, container: Element | null, weight: number): boolean {
  if (run.container !== container) {
    run.container = container;
    run.weight = 0;
  }
  run.weight += weight;
  if (run.weight < essay || container === null) return false;
  run.weight = Number.NEGATIVE_INFINITY;
  return isAlone(container);
}

function isCode(tag: string): boolean {
  return tag === 'script' || tag === 'style' || tag === 'noscript' || tag === 'textarea';
}

function isAlone(container: Element): boolean {
  for (let element: Element | null = container; element !== null; element = above(element)) {
    const tag = tagOf(element);
    if (tag === 'a' || tag === 'li' || isAround(element, tag)) return false;
    if (tag !== 'body' && tag !== 'form' && hasAlikeSibling(element, tag)) return false;
  }
  return true;
}

function hasAlikeSibling(element: Element, tag: string): boolean {
  const kind = kindOf(element, tag);
  if (kind.endsWith(' ') && tag !== 'article') return false;
  return (['nextElementSibling', 'previousElementSibling'] as const).some((direction) => {
    let sibling = element[direction];
    for (let count = 0; sibling !== null && count < siblingsLookedAt; count++) {
      if (kindOf(sibling, tagOf(sibling)) === kind) return true;
      sibling = read<Element | null>(sibling, direction);
    }
    return false;
  });
}

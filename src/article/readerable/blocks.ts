import { inline, isAround } from './kinds.ts';
import { weigh } from './text-signs.ts';
import { above, tagOf } from './unclobbered.ts';

/** One block of the page that holds prose, itself or further down. */
export interface Block {
  readonly element: Element;
  readonly tag: string;
  readonly parent: Block | undefined;
  readonly children: Block[];
  /** In a link, navigation, comments, a script or the like: nothing in it is the article's. */
  readonly isOutside: boolean;
  /** Weight of the prose here and below that can be an article's. */
  prose: number;
  /** Weight of the prose here and below that belongs to series of items: teasers, posts, answers. */
  listed: number;
  /** The block is itself an item of a series. */
  isItem: boolean;
}

/** So many texts, blocks or links are looked at in a step: at each one, the step would take longer than the look. */
export const perStep = 16;
/** A point of a list, shorter than a sentence would be, is a label. */
const shortestPoint = 24;

/** The blocks that hold the texts, each after its parent; prose is summed up only in the block that holds it directly. */
export function* gatherBlocks(texts: readonly Text[]): Generator<undefined, Block[]> {
  const blocks: Block[] = [];
  const known = new Map<Element, Block>();
  let count = 0;
  for (const text of texts) {
    if (count++ % perStep === 0) yield;
    const block = blockOf(text.parentElement, known, blocks);
    if (!block || block.isOutside) continue;
    const weight = weigh(text.data.trim());
    if (weight >= shortestPoint || !/^(?:li|dd)$/.test(block.tag)) block.prose += weight;
  }
  return blocks;
}

/** Climbs to the nearest known ancestor and builds downwards from there: no recursion, however deep the page. */
function blockOf(from: Element | null, known: Map<Element, Block>, blocks: Block[]): Block | undefined {
  const unknown: Element[] = [];
  let block: Block | undefined;
  for (let element: Element | null = from; element !== null; element = above(element)) {
    block = known.get(element);
    if (block !== undefined) break;
    unknown.push(element);
  }
  for (const element of unknown.reverse()) {
    block = settle(element, block, blocks);
    known.set(element, block);
  }
  return block;
}

function settle(element: Element, parent: Block | undefined, blocks: Block[]): Block {
  const tag = tagOf(element);
  if (parent && (parent.isOutside || (inline.has(tag) && tag !== 'a'))) return parent;
  const isOutside = tag === 'a' || isAround(element, tag);
  const block: Block = { element, tag, parent, children: [], isOutside, prose: 0, listed: 0, isItem: false };
  parent?.children.push(block);
  blocks.push(block);
  return block;
}

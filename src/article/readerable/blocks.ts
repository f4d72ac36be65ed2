import { inline, isAround } from './kinds.ts';
import { endsSentence, isPunctuated, weigh } from './text-signs.ts';
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

const blocksPerSlice = 64;
/** A point of a list is a label unless it says a whole sentence, or much. */
const shortestPoint = 40;

/** The blocks that hold the texts, each after its parent; prose is summed up only in the block that holds it directly. */
export function* gatherBlocks(texts: readonly Text[]): Generator<undefined, Block[]> {
  const blocks: Block[] = [];
  const known = new Map<Element, Block>();
  for (const [index, text] of texts.entries()) {
    if (index % blocksPerSlice === 0) yield;
    const block = text.parentElement && blockOf(text.parentElement, known, blocks);
    if (block && !block.isOutside && says(block, text.data.trim())) block.prose += weigh(text.data.trim());
  }
  return blocks;
}

function says({ tag }: Block, text: string): boolean {
  if (tag !== 'li' && tag !== 'dd') return true;
  return weigh(text) >= shortestPoint || (isPunctuated(text) && endsSentence(text));
}

/** Climbs to the nearest known ancestor and builds downwards from there: no recursion, however deep the page. */
function blockOf(from: Element, known: Map<Element, Block>, blocks: Block[]): Block | undefined {
  const unknown: Element[] = [];
  let block: Block | undefined;
  for (let element: Element | null = from; element !== null; element = above(element)) {
    block = known.get(element);
    if (block !== undefined) break;
    unknown.push(element);
  }
  for (let element = unknown.pop(); element !== undefined; element = unknown.pop()) {
    block = settle(element, block, blocks);
    known.set(element, block);
  }
  return block;
}

function settle(element: Element, parent: Block | undefined, blocks: Block[]): Block {
  const tag = tagOf(element);
  if (parent !== undefined && (parent.isOutside || (inline.has(tag) && tag !== 'a'))) return parent;
  const isOutside = tag === 'a' || isAround(element, tag);
  const block: Block = { element, tag, parent, children: [], isOutside, prose: 0, listed: 0, isItem: false };
  parent?.children.push(block);
  blocks.push(block);
  return block;
}

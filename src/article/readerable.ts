import { gatherBlocks, perStep, type Block } from './readerable/blocks.ts';
import { readClaims } from './readerable/page-claims.ts';
import { essay, scanProse } from './readerable/prose-scan.ts';
import { isFlatList, takeOutSeries } from './readerable/series.ts';
import { weigh } from './readerable/text-signs.ts';
import { find, foldedText, read, tagOf } from './readerable/unclobbered.ts';

/** A flash of news is about 120 characters. */
const enough = 110;
/** A shop, a film or a thread has a text as well; it takes an essay to make an article of such a page. */
const timesPerClaim = 4;
/** With so much more text in posts or teasers than in the article, the page is theirs. */
const listedToProse = 4;
const mostOfIt = 0.6;

/** Whether a reader of Chinese, or of anything else, would call this page an article. */
export function isReaderable(document: Document): boolean {
  const steps = judge(document);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same verdict in steps of well under a millisecond, so that no page is held up. */
export function* judge(document: Document): Generator<undefined, boolean> {
  const root = read<Element | null>(document, 'documentElement');
  if (root === null || tagOf(root) !== 'html') return false;
  const scan = yield* scanProse(document, root);
  if (scan.hasEssay) return true;
  if (scan.weight < enough) return false;
  const whole = yield* sumUp(yield* gatherBlocks(scan.texts), document);
  if (whole === undefined || whole.prose < enough) return false;
  const body = findBody(whole);
  yield;
  if (!(yield* isEnough(body, whole, document)) || isFlatList(body)) return false;
  yield;
  for (const link of find(body.element, 'a')) {
    yield;
    body.prose -= weigh(foldedText(link));
  }
  return body.prose > 0;
}

/** Sums the prose up from the leaves to the root, leaving out what belongs to series. */
function* sumUp(blocks: Block[], document: Document): Generator<undefined, Block | undefined> {
  let count = 0;
  for (const block of blocks.reverse()) {
    if (count++ % perStep === 0) yield;
    if (block.children.length > 1) yield* takeOutSeries(block, document);
    if (block.parent) {
      block.parent.prose += block.prose;
      block.parent.listed += block.listed;
    }
  }
  return blocks.at(-1);
}

/** Follows the prose down to the block that holds most of it, so that links elsewhere on the page do not count against it. */
function findBody(whole: Block): Block {
  let body = whole;
  for (;;) {
    const next = body.children.find((child) => !child.isItem && child.prose >= mostOfIt * body.prose);
    if (next === undefined) return body;
    body = next;
  }
}

function* isEnough(body: Block, whole: Block, document: Document): Generator<undefined, boolean> {
  const isMostlyListed = whole.listed > listedToProse * body.prose;
  if (body.prose < enough || body.prose >= essay) return body.prose >= essay && !isMostlyListed;
  const others = yield* readClaims(document);
  return body.prose >= enough * timesPerClaim ** (others + Number(isMostlyListed));
}

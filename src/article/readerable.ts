import { countOtherClaims, hasOwnTitle } from './readerable/page-claims.ts';
import { surveyProse, type Block } from './readerable/prose-survey.ts';
import { takeOutSeries, type Tally } from './readerable/series.ts';
import { read } from './readerable/unclobbered.ts';

/** A flash of news is about 120 characters; without a title of its own, a text must be longer to be one. */
const enoughWithTitle = 110;
const enoughWithout = 200;
/** A shop, a film or a thread has a text as well; it takes an essay to make an article of such a page. */
const timesPerClaim = 4;
/** With so much more text in comments or teasers than in the article, the page is theirs. */
const listedToProse = 4;
const shortestProse = 8;
const longEnoughUnpunctuated = 60;
/** A point of a list is a label unless it says a whole sentence. */
const shortestPoint = 40;
const shortestTitle = 6;
const mostOfIt = 0.6;
const goodPart = 0.3;
const blocksPerSlice = 256;

/** Whether a reader of Chinese, or of anything else, would call this page an article. */
export function isReaderable(document: Document): boolean {
  const steps = judge(document);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same verdict in steps of well under a millisecond, so that a page is never held up. */
export function* judge(document: Document): Generator<undefined, boolean> {
  const root = read<Element | null>(document, 'documentElement');
  if (root === null || read<string>(root, 'localName') !== 'html') return false;
  const tallies = yield* tallyUp(yield* surveyProse(document, root));
  const whole = tallies[0];
  if (whole === undefined || whole.prose < enoughWithTitle) return false;
  const body = findBody(whole);
  if (body.prose < body.links) return false;
  yield;
  return body.prose >= enough(document, body.block.element, whole.listed > listedToProse * body.prose);
}

function enough(document: Document, body: Node, isMostlyListed: boolean): number {
  const claims = countOtherClaims(document, body) + Number(isMostlyListed);
  return (hasOwnTitle(document) ? enoughWithTitle : enoughWithout) * timesPerClaim ** claims;
}

/** Sums up from the leaves to the root; the tallies stand in the order of the blocks, parents first. */
function* tallyUp(blocks: readonly Block[]): Generator<undefined, Tally[]> {
  const tallies: Tally[] = [];
  const ofBlock = new Map<Block, Tally>();
  for (const block of blocks) {
    const tally = tallyOne(block);
    tallies.push(tally);
    ofBlock.set(block, tally);
    if (block.parent) ofBlock.get(block.parent)?.children.push(tally);
    if (tallies.length % blocksPerSlice === 0) yield;
  }
  for (let index = tallies.length - 1; index >= 0; index--) {
    const tally = tallies[index];
    if (tally) addUpChildren(tally);
    if (index % blocksPerSlice === 0) yield;
  }
  return tallies;
}

function tallyOne(block: Block): Tally {
  const isProse = saysSomething(block);
  if (block.link >= shortestTitle && block.text < block.link / 2) block.titled = true;
  return {
    block,
    children: [],
    prose: isProse ? block.text : 0,
    paragraphs: isProse ? 1 : 0,
    links: block.link,
    listed: 0,
    isItem: false,
  };
}

function saysSomething({ name, linked, text, link, punctuated, stopped }: Block): boolean {
  if (linked || text <= link || text < shortestProse) return false;
  if (name === 'li' || name === 'dd') return stopped || text >= shortestPoint;
  return punctuated || text >= longEnoughUnpunctuated;
}

function addUpChildren(tally: Tally): void {
  for (const child of tally.children) {
    tally.prose += child.prose;
    tally.paragraphs += child.paragraphs;
    tally.links += child.links;
    tally.listed += child.listed;
    tally.block.dated ||= child.block.dated;
    tally.block.titled ||= child.block.titled;
  }
  takeOutSeries(tally);
}

/** Follows the prose down to the block that holds most of it, so that links elsewhere on the page do not count against it. */
function findBody(whole: Tally): Tally {
  let body = whole;
  for (;;) {
    const next = largestOf(body.children.filter((child) => !child.isItem));
    if (next === undefined) return body;
    const isMost = next.prose >= mostOfIt * body.prose;
    const isBetter = body.links > next.links + body.prose / 2 && next.paragraphs > 1 && next.prose >= goodPart * body.prose;
    if (!isMost && !isBetter) return body;
    body = next;
  }
}

function largestOf(tallies: readonly Tally[]): Tally | undefined {
  return tallies.reduce<Tally | undefined>((most, each) => (most && most.prose >= each.prose ? most : each), undefined);
}

import type { SiteRule } from '../rules/site-rule.ts';
import { inline, isAround, neverProse } from './readerable/kinds.ts';
import { isPunctuated, weigh } from './readerable/text-signs.ts';
import { above, call, read, tagOf, walkTexts } from './readerable/unclobbered.ts';
import { textLength } from './text.ts';

/** The part of the page that is worth copying, and who says so. */
export interface BodyPlace {
  /** Undefined: the prose is spread over the page, so the whole of it has to be judged. */
  element: Element | undefined;
  /** The element is the body itself, by a site's rule or because nearly all the page's paragraphs are its own children; otherwise the body is to be looked for in it. */
  isBody: boolean;
}

const enoughByRule = 120;
const shortestProse = 10;
/** A container that holds so much of the page's prose is the place of the article, whatever stands around it. */
const confidentShare = 0.85;
/** A container whose children are so much of its prose is the body itself. */
const bodyShare = 0.8;
/** What stands within a body as a paragraph does, so that its prose is its parent's. */
const partsOfBody = new Set(['ul', 'ol', 'li', 'dl', 'blockquote', 'figure', 'p']);
/** A block with so many lines of prose of its own is a container whose paragraphs are parted by `<br>`. */
const linesOfContainer = 3;
const dominantShare = 0.5;
/** How many times the prose of any other element it must be. */
const dominance = 4;
const aParagraph = 25;
const severalParagraphs = 60;
/** Too little prose to be sure of anything, in the measure of `weigh`: an ideograph counts 1, a letter a third. */
const enoughProse = 300;
/** A parent is the better container when it holds this much more of the prose. */
const worthClimbing = 1.1;

/** Finds where the body stands on the live page: by the site's rule, else where nearly all the prose is. Reads only. */
export function findBodyPlace(document: Document, rule: SiteRule | undefined): BodyPlace {
  const ruled = rule && elementByRule(document, rule);
  if (ruled) return { element: ruled, isBody: true };
  return containerOfProse(document);
}

function elementByRule(document: Document, rule: SiteRule): Element | undefined {
  for (const selector of rule.content ?? []) {
    const element = call<Element | null>(document, 'querySelector', selector);
    if (element && tagOf(element) !== 'form' && textLength(element) >= enoughByRule) return element;
  }
  return undefined;
}

const unknown: BodyPlace = { element: undefined, isBody: false };

function containerOfProse(document: Document): BodyPlace {
  const body = read<Element | null>(document, 'body');
  if (!body || read<string>(document, 'contentType') !== 'text/html') return unknown;
  const { weights, own } = weighProse(document, body);
  const total = weights.get(body) ?? 0;
  if (total < enoughProse) return unknown;
  const dominant = dominantHolder(own, total);
  if (dominant) return { element: dominant, isBody: true };
  const container = descend(body, weights);
  const weight = weights.get(container) ?? 0;
  if (container === body || tagOf(container) === 'form') return unknown;
  return weight >= total * confidentShare ? { element: container, isBody: (own.get(container)?.weight ?? 0) >= weight * bodyShare } : unknown;
}

/** The prose that an element holds itself, as its children. */
interface Holding {
  weight: number;
  texts: number;
}

/** The element that holds most of the page's prose itself, if no other part of the page can be a part of the article. */
function dominantHolder(own: Map<Element, Holding>, total: number): Element | undefined {
  const [first, ...others] = [...own].sort(([, one], [, two]) => two.weight - one.weight);
  if (!first) return undefined;
  const [holder, { weight }] = first;
  if (weight < enoughProse || weight < total * dominantShare || /^(form|body)$/.test(tagOf(holder))) return undefined;
  const parent = above(holder);
  const hasRival = others.some(([other, held]) => !holder.contains(other) && isRival(held, weight, other !== parent && parent?.contains(other) === true));
  return hasRival ? undefined : holder;
}

/** A part of the same article in another box: several paragraphs, or a single one just beside. */
function isRival({ weight, texts }: Holding, most: number, isBeside: boolean): boolean {
  if (weight * dominance > most) return true;
  return isBeside ? weight >= aParagraph : texts >= 2 && weight >= severalParagraphs;
}

/** Follows the prose down as long as one child holds nearly all of what its parent holds. */
function descend(body: Element, weights: Map<Element, number>): Element {
  let container = body;
  for (;;) {
    const least = (weights.get(container) ?? 0) / worthClimbing;
    const next = [...read<HTMLCollection>(container, 'children')].find((child) => (weights.get(child) ?? 0) >= least);
    if (!next || tagOf(next) === 'p') return container;
    container = next;
  }
}

/** The weight of the prose in each element that holds any, with its descendants and, as `own`, of its children alone. */
function weighProse(document: Document, body: Element): { weights: Map<Element, number>; own: Map<Element, Holding> } {
  const weights = new Map<Element, number>();
  const own = new Map<Element, Holding>();
  const blocks = new Map<Element, number[]>();
  const around = new Map<Element, boolean>();
  const walker = walkTexts(document, body);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.length < shortestProse || !isPunctuated(node.data)) continue;
    const block = blockOf(node);
    if (!block || isInsideAround(block, body, around)) continue;
    const texts = blocks.get(block) ?? [];
    texts.push(weigh(node.data.trim()));
    blocks.set(block, texts);
  }
  for (const [block, texts] of blocks) {
    let holder = texts.length >= linesOfContainer && tagOf(block) !== 'p' ? block : above(block);
    while (holder && partsOfBody.has(tagOf(holder))) holder = above(holder);
    if (!holder) continue;
    const held = own.get(holder) ?? { weight: 0, texts: 0 };
    own.set(holder, { weight: texts.reduce((sum, weight) => sum + weight, held.weight), texts: held.texts + texts.length });
  }
  for (const [parent, { weight }] of own) for (let element: Element | null = parent; element; element = above(element)) weights.set(element, (weights.get(element) ?? 0) + weight);
  return { weights, own };
}

/** Whether the element stands in a comment section, a sidebar or the like; each element is looked at once. */
function isInsideAround(element: Element, body: Element, known: Map<Element, boolean>): boolean {
  const answer = known.get(element);
  if (answer !== undefined) return answer;
  const parent = above(element);
  const isInside = element !== body && (isAround(element, tagOf(element)) || (parent !== null && isInsideAround(parent, body, known)));
  known.set(element, isInside);
  return isInside;
}

/** The block that a text stands in; undefined for the text of a link or of a script. */
function blockOf(text: Text): Element | undefined {
  let block: Element | null = text.parentElement;
  while (block !== null && inline.has(tagOf(block))) {
    if (tagOf(block) === 'a') return undefined;
    block = above(block);
  }
  return block === null || neverProse.has(tagOf(block)) || /^(a|h\d)$/.test(tagOf(block)) ? undefined : block;
}

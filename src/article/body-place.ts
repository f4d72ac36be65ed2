import type { SiteRule } from '../rules/site-rule.ts';
import { inline, neverProse } from './readerable/kinds.ts';
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
  if (!body || document.contentType !== 'text/html') return unknown;
  const { weights, own } = weighProse(document, body);
  const total = weights.get(body) ?? 0;
  if (total < enoughProse) return unknown;
  let container = body;
  for (;;) {
    const next = [...read<HTMLCollection>(container, 'children')].find((child) => (weights.get(child) ?? 0) * worthClimbing >= (weights.get(container) ?? 0));
    if (!next || !weights.has(next) || tagOf(next) === 'p') break;
    container = next;
  }
  const weight = weights.get(container) ?? 0;
  if (weight < total * confidentShare || container === body || tagOf(container) === 'form') return unknown;
  return { element: container, isBody: (own.get(container) ?? 0) >= weight * bodyShare };
}

/** The weight of the prose in each element that holds any, with its descendants and, as `own`, of its children alone. */
function weighProse(document: Document, body: Element): { weights: Map<Element, number>; own: Map<Element, number> } {
  const weights = new Map<Element, number>();
  const own = new Map<Element, number>();
  const walker = walkTexts(document, body);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.length < shortestProse || !isPunctuated(node.data)) continue;
    const block = blockOf(node);
    if (!block) continue;
    const weight = weigh(node.data.trim());
    const parent = above(block);
    if (parent) own.set(parent, (own.get(parent) ?? 0) + weight);
    for (let element: Element | null = block; element; element = above(element)) weights.set(element, (weights.get(element) ?? 0) + weight);
  }
  return { weights, own };
}

/** The block that a text stands in; undefined for the text of a link or of a script. */
function blockOf(text: Text): Element | undefined {
  let block: Element | null = text.parentElement;
  while (block !== null && inline.has(tagOf(block))) {
    if (tagOf(block) === 'a') return undefined;
    block = above(block);
  }
  return block === null || neverProse.has(tagOf(block)) ? undefined : block;
}

import type { SiteRule } from '../rules/site-rule.ts';
import { inline, neverProse } from './readerable/kinds.ts';
import { isPunctuated, weigh } from './readerable/text-signs.ts';
import { above, call, read, tagOf, walkTexts } from './readerable/unclobbered.ts';
import { textLength } from './text.ts';

/** The part of the page that is worth copying, and who says so. */
export interface BodyPlace {
  /** Undefined: the prose is spread over the page, so the whole of it has to be judged. */
  element: Element | undefined;
  isKnown: 'by-rule' | 'by-prose' | 'not';
}

const enoughByRule = 120;
const shortestProse = 10;
/** A container that holds so much of the page's prose is the place of the article, whatever stands around it. */
const confidentShare = 0.85;
/** Too little prose to be sure of anything, in the measure of `weigh`: an ideograph counts 1, a letter a third. */
const enoughProse = 300;
/** A parent is the better container when it holds this much more of the prose. */
const worthClimbing = 1.1;

/** Finds where the body stands on the live page: by the site's rule, else where nearly all the prose is. Reads only. */
export function findBodyPlace(document: Document, rule: SiteRule | undefined): BodyPlace {
  const ruled = rule && elementByRule(document, rule);
  if (ruled) return { element: ruled, isKnown: 'by-rule' };
  const container = containerOfProse(document);
  return { element: container, isKnown: container ? 'by-prose' : 'not' };
}

function elementByRule(document: Document, rule: SiteRule): Element | undefined {
  for (const selector of rule.content ?? []) {
    const element = call<Element | null>(document, 'querySelector', selector);
    if (element && tagOf(element) !== 'form' && textLength(element) >= enoughByRule) return element;
  }
  return undefined;
}

function containerOfProse(document: Document): Element | undefined {
  const body = read<Element | null>(document, 'body');
  if (!body || document.contentType !== 'text/html') return undefined;
  const weights = weighProse(document, body);
  const total = weights.get(body) ?? 0;
  if (total < enoughProse) return undefined;
  let container = body;
  for (;;) {
    const next = [...read<HTMLCollection>(container, 'children')].find((child) => (weights.get(child) ?? 0) * worthClimbing >= (weights.get(container) ?? 0));
    if (!next || !weights.has(next) || tagOf(next) === 'p') break;
    container = next;
  }
  const isConfident = (weights.get(container) ?? 0) >= total * confidentShare;
  return isConfident && container !== body && tagOf(container) !== 'form' ? container : undefined;
}

/** The weight of the prose in each element that holds any, in its descendants as well. */
function weighProse(document: Document, body: Element): Map<Element, number> {
  const weights = new Map<Element, number>();
  const walker = walkTexts(document, body);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.length < shortestProse || !isPunctuated(node.data)) continue;
    const block = blockOf(node);
    if (!block) continue;
    const weight = weigh(node.data.trim());
    for (let element: Element | null = block; element; element = above(element)) weights.set(element, (weights.get(element) ?? 0) + weight);
  }
  return weights;
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

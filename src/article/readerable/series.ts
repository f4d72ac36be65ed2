import type { Block } from './prose-survey.ts';
import { attribute } from './unclobbered.ts';

/** What a block and all below it come to. */
export interface Tally {
  readonly block: Block;
  readonly children: Tally[];
  /** Weight of the prose that can be an article's. */
  prose: number;
  paragraphs: number;
  /** Weight of the link text. */
  links: number;
  /** Weight of the prose that belongs to series of items: teasers, posts, comments. */
  listed: number;
  /** This block is itself an item of a series. */
  isItem: boolean;
}

const heading = /^(?:h[1-6]|dt)$/;
/** Two items under a name of their own are a series (a question and its answer); two nameless boxes are mere layout. */
const fewestNamed = 2;
const fewestNameless = 3;
/** Most of the siblings built alike must look like items: one paragraph of an article with a date does not make it a list. */
const shareOfAlike = 0.6;
/** In a handful of alike boxes, the one with nearly all the prose is the article and the others are what surrounds it. */
const shareOfArticle = 0.8;
const handful = 4;
const fewestHeadings = 3;
/** An article has several paragraphs under each heading; a flat list of teasers has one, or two. */
const headingsPerTeaser = 0.4;

/**
 * Takes the prose of repeated items out of their parent's tally. A page of teasers, posts or answers
 * repeats one structure, and each piece bears its own date or its own title that is a link;
 * the sections of an article bear neither.
 */
export function takeOutSeries(parent: Tally): void {
  const { children } = parent;
  const withProse = children.filter((child) => child.prose > 0);
  for (const items of alikeItems(withProse)) takeOut(parent, items);
  const flat = flatTeasers(children);
  if (flat.length > 0) takeOut(parent, flat);
}

function takeOut(parent: Tally, items: readonly Tally[]): void {
  for (const item of items) {
    item.isItem = true;
    parent.prose -= item.prose;
    parent.paragraphs -= item.paragraphs;
    parent.listed += item.prose;
  }
}

function alikeItems(withProse: readonly Tally[]): Tally[][] {
  if (withProse.filter(looksLikeItem).length < fewestNamed) return [];
  const alike = new Map<string, Tally[]>();
  for (const child of withProse) {
    const kind = kindOf(child.block);
    const known = alike.get(kind);
    if (known) known.push(child);
    else alike.set(kind, [child]);
  }
  return [...alike].map(([kind, all]) => itemsAmong(kind, all)).filter((items) => items.length > 0);
}

function itemsAmong(kind: string, all: readonly Tally[]): Tally[] {
  const items = all.filter(looksLikeItem);
  const fewest = kind.endsWith(' ') ? fewestNameless : fewestNamed;
  if (items.length < fewest || items.length < shareOfAlike * all.length) return [];
  const whole = items.reduce((sum, item) => sum + item.prose, 0);
  const largest = items.reduce((most, item) => Math.max(most, item.prose), 0);
  return items.length < handful && largest > shareOfArticle * whole ? [] : items;
}

function looksLikeItem({ block }: Tally): boolean {
  if (block.children.length > 0) return block.dated || block.titled;
  return block.dated && block.link > 0;
}

/** Tag and first name, without the numbers that count the items: `div post_`. */
function kindOf({ element, name }: Block): string {
  const given = attribute(element, 'class') || attribute(element, 'id');
  return `${name} ${(given.trim().split(/\s/, 1)[0] ?? '').replace(/\d+/g, '')}`;
}

/** Teasers laid flat, heading and excerpt in turn, without a box round each. */
function flatTeasers(children: readonly Tally[]): Tally[] {
  const headings = children.filter(({ block }) => block.titled && heading.test(block.name));
  if (headings.length < fewestHeadings) return [];
  const excerpts = children.filter((child) => child.prose > 0 && child.block.children.length === 0);
  return headings.length >= headingsPerTeaser * excerpts.length ? excerpts : [];
}

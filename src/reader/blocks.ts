import type { Article } from '../article/article.ts';
import { readingMinutes } from '../ui/reading-time.ts';
import { writtenText } from './tools/body-text.ts';

const blockSelector = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, figure, table';

/** A block of the text: nothing smaller is told apart when it comes to how far one has read. */
export interface Block {
  element: HTMLElement;
  minutes: number;
  /** Of a heading that stands in the outline: its id and depth. */
  section: { id: string; depth: number } | undefined;
}

/** The blocks of a body in reading order, without those that only hold others. */
export function blocksOf(body: HTMLElement, { outline }: Pick<Article, 'outline'>): Block[] {
  const depths = new Map(outline.map(({ id, depth }) => [id, depth]));
  const elements = [...body.querySelectorAll<HTMLElement>(blockSelector)].filter((element) => element.querySelector(blockSelector) === null);
  return elements.map((element) => {
    const depth = depths.get(element.id);
    return { element, minutes: readingMinutes(writtenText(element)), section: depth === undefined ? undefined : { id: element.id, depth } };
  });
}

/** Where one stands in the text, when everything up to one of its blocks has been reached. */
export interface Standing {
  /** The section being read; undefined before the first. */
  current: string | undefined;
  /** Minutes left in that section with all that is nested in it, and in the whole text; the block one is at counts as unread. */
  left: { section: number; all: number };
  /** What has been read, from 0 to 1. */
  fraction: number;
}

/** Works out where one stands; `reached` is the index of the last block reached, -1 before the first. */
export function standingAt(blocks: readonly Block[], reached: number): Standing {
  const from = Math.max(0, reached);
  const heading = blocks.findLastIndex(({ section }, index) => index <= reached && section !== undefined);
  const current = blocks[heading]?.section;
  const end = blocks.findIndex(({ section }, index) => index > heading && section !== undefined && section.depth <= (current?.depth ?? 1));
  const all = minutesOf(blocks.slice(from));
  const total = minutesOf(blocks);
  return {
    current: current?.id,
    left: { section: minutesOf(blocks.slice(from, end < 0 ? undefined : end)), all },
    fraction: total === 0 || reached >= blocks.length - 1 ? Number(blocks.length > 0) : 1 - all / total,
  };
}

function minutesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The index of the block that begins with these words, the one nearest to where it is expected; -1 when there is none. */
export function findBlock(blocks: readonly Block[], anchorText: string, fraction: number): number {
  const anchor = fold(anchorText);
  if (anchor === '') return -1;
  const found = blocks.flatMap(({ element }, index) => (fold(writtenText(element)).startsWith(anchor) ? [index] : []));
  const distance = (index: number): number => Math.abs(standingAt(blocks, index).fraction - fraction);
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? -1;
}

/** The first words of a block, by which it is found again. */
export function anchorOf({ element }: Block): string {
  return fold(writtenText(element)).slice(0, 80);
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { Completeness, Removal } from './article.ts';
import { picturesOf } from './images.ts';
import { createFinder, foldForMatch } from './text.ts';

/** What the body's container held, counted before anything was taken away. */
export interface Inventory {
  prose: readonly string[];
  images: number;
  headings: number;
}

/** Counts what the chosen part of the page holds. */
export function takeInventory(root: Element, prose: readonly string[]): Inventory {
  return { prose, images: picturesOf(root).length, headings: root.querySelectorAll('h1, h2, h3, h4, h5, h6').length };
}

/** Compares what was found with what is in the article; what was knowingly removed does not count as found. */
export function measureCompleteness(found: Inventory, kept: { content: Element; text: string; length: number; headings: number }, removed: readonly { removal: Removal; element: Element }[]): Completeness {
  const known = foldForMatch(kept.text) + removed.map(({ removal }) => foldForMatch(removal.text)).join('');
  const isKnown = createFinder(known);
  const missing = found.prose.filter((text) => !isKnown(text)).reduce((sum, text) => sum + text.length, 0);
  const images = picturesOf(kept.content).length;
  const removedImages = removed.reduce((sum, { element }) => sum + picturesOf(element).length, 0);
  const removedHeadings = removed.reduce((sum, { element }) => sum + Number(/^H[1-6]$/.test(element.tagName)) + element.querySelectorAll('h1, h2, h3, h4, h5, h6').length, 0);
  return {
    characters: { kept: kept.length, found: kept.length + missing },
    images: { kept: images, found: Math.max(images, found.images - removedImages) },
    headings: { kept: kept.headings, found: Math.max(kept.headings, found.headings - removedHeadings) },
  };
}

import { addresses } from './addresses.ts';
import { containers, styles } from './containers.ts';
import { clobbering, depths, encodings, ownAttributes } from './disguises.ts';
import { handlers } from './handlers.ts';
import { namespaces } from './namespaces.ts';
import { notations } from './notations.ts';
import { requests } from './requests.ts';
import { scripts } from './scripts.ts';
import type { Vector } from './vector.ts';

/** Every piece of hostile markup, each of a kind of its own. */
export const vectors: readonly Vector[] = [
  ...scripts, ...handlers, ...addresses, ...namespaces, ...containers, ...styles, ...clobbering, ...encodings, ...depths, ...ownAttributes, ...notations, ...requests,
];

/** Whether a path that was asked for is the address of a vector's picture, which the reader over a page shows. */
export function shownAsPicture(path: string): boolean {
  const index = Number(/(?:hit\/|canary\()(\d+)/.exec(path)?.[1]);
  return /<img|<image|mglyph|background/.test(vectors[index]?.make({ js: '', url: '' }) ?? '');
}

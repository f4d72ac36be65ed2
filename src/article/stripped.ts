import type { RemovalGroup } from './article.ts';

/** A block taken out of the body, before it is written into the article's removals. */
export interface Stripped {
  step: 'boxes' | 'lines';
  reason: string;
  group: RemovalGroup;
  element: Element;
  /** Stands in the body where the block stood. */
  marker: Element;
}

/** Takes a block out of the body and leaves a marker in its place. */
export function take(element: Element, step: Stripped['step'], rule: { id: string; group: RemovalGroup }): Stripped {
  const marker = element.ownerDocument.createElement('div');
  marker.setAttribute('data-removal', '');
  element.replaceWith(marker);
  return { step, reason: rule.id, group: rule.group, element, marker };
}

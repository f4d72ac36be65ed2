import { lineRules } from '../rules/line-rules.ts';
import type { Provenance } from './article.ts';
import { provenanceOf } from './promos.ts';
import { above, tagOf } from './readerable/unclobbered.ts';
import { foldForRules, textLengthUpTo, textOf } from './text.ts';

const longestCredit = 80;
const mostSiblings = 4;

/** The credits that stand just below the body on the page, outside of it: 责任编辑：, 来源：. The page is only read. */
export function readCreditsBelow(body: Element | undefined): Provenance[] {
  const found: Provenance[] = [];
  for (let element: Element | null = body ?? null, level = 0; element && level < 2; element = above(element), level += 1) {
    let sibling = element.nextElementSibling;
    for (let i = 0; i < mostSiblings && sibling; i += 1, sibling = sibling.nextElementSibling) found.push(...creditIn(sibling));
  }
  return found;
}

function creditIn(element: Element): Provenance[] {
  if (/^(form|script|style|nav|ul|ol|h\d)$/.test(tagOf(element)) || textLengthUpTo(element, longestCredit) > longestCredit) return [];
  const text = textOf(element);
  const folded = foldForRules(text);
  const rule = lineRules.find(({ group, provenance, pattern, maxLength }) => provenance && group === 'credit' && folded.length <= maxLength && pattern.test(folded));
  return rule ? provenanceOf(rule, text) : [];
}

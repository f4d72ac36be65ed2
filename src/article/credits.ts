import { lineRules } from '../rules/line-rules.ts';
import type { LineRule } from '../rules/promo-rule.ts';
import type { Provenance, ProvenanceKind } from './article.ts';
import { blocksOf, flattenBlocks } from './blocks.ts';
import { above, tagOf } from './readerable/unclobbered.ts';
import type { Stripped } from './stripped.ts';
import { foldForRules, lengthOf, textLengthUpTo, textOf } from './text.ts';

/** What a credit line speaks of, each of which is a kind of its own; tested against the line folded by `foldForRules`. */
const spokenOf: readonly (readonly [ProvenanceKind, RegExp])[] = [
  ['author', /(作者|撰文|采写|原作者|^文|口述|执笔)[:|丨/]|作者[\u4e00-\u9fa5]{2,6},/],
  ['translation', /(译者|编译|翻译|译)[:|丨/]/],
  ['editor', /(编辑|责编|校对|策划|审校|监制)[:|丨/]/],
  ['picture', /(题图|头图|封面图?)(来源|来自|[:|丨/])/],
  ['source', /^[([【*]*(本文|文章)?(来源|首发于|转自|转载自)/],
  ['licence', /(未经|禁止|请勿|谢绝|严禁|版权归)/],
];

/** What a line that a rule took tells of where the text comes from. */
export function provenanceOf(rule: Pick<LineRule, 'id' | 'provenance'>, text: string): Provenance[] {
  if (!rule.provenance || lengthOf(text) < 3 || (rule.id === 'columnist-bio' && lengthOf(text) < 10)) return [];
  const folded = foldForRules(text);
  const kinds = new Set<ProvenanceKind>([rule.provenance]);
  for (const [kind, pattern] of spokenOf) if ((rule.id !== 'account-plug' || kind === 'source') && pattern.test(folded)) kinds.add(kind);
  return [...kinds].map((kind) => ({ kind, text }));
}

/** Credits and notices that stood in boxes of their own. */
export function provenanceInBoxes(boxes: readonly Stripped[]): Provenance[] {
  return boxes.flatMap(({ element, group }) => {
    if ((group !== 'copyright' && group !== 'bio' && group !== 'ad') || textLengthUpTo(element, longestBox) > longestBox) return [];
    return blocksOf(flattenBlocks(element.cloneNode(true) as Element)).flatMap((line) => {
      const text = textOf(line);
      const folded = foldForRules(text);
      const rule = lineRules.find((candidate) => candidate.provenance && folded.length <= candidate.maxLength && candidate.pattern.test(folded));
      return rule ? provenanceOf(rule, text) : [];
    });
  });
}

/** No box of credits has more characters. */
const longestBox = 1500;

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

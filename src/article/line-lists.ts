import { lineRules } from '../rules/line-rules.ts';
import type { LineRule } from '../rules/promo-rule.ts';
import { callOutsideProse, tellsOfCalls } from './calls.ts';
import { furniture } from './closing-lines.ts';
import { foldForRules, linkDensity, textLength } from './text.ts';

/** No line with more characters than this is tested against the rules, white space included. */
const longestTested = 1000;

/** The rules by which a line is no prose wherever it stands. */
export const lineTests: ReadonlySet<LineRule['place']> = new Set(['tail', 'edges', 'anywhere']);

/** A line's text as the rules read it; one that is too long for all of them is left as it is. */
export function textForRules(line: Element): string {
  const text = line.textContent ?? '';
  return text.length > longestTested ? text : foldForRules(text);
}

/** Items of the longest list that is judged item by item. */
const mostItems = 20;

/** A list of which every other item is a call: ways to reach the author, what the group offers. */
export function isCallList(line: Element): boolean {
  if (!/^(UL|OL)$/.test(line.tagName) || line.childElementCount > mostItems) return false;
  const items = [...line.children].map(textForRules).filter(Boolean);
  return items.length > 0 && items.filter(isClosingItem).length * 2 >= items.length;
}

function isClosingItem(text: string): boolean {
  if (callOutsideProse(text) !== undefined) return true;
  return !tellsOfCalls(text) && lineRules.some(({ group, place, maxLength, pattern }) => lineTests.has(place) && group !== 'credit' && furniture.has(group) && text.length <= maxLength && pattern.test(text));
}

/** A list of fewer characters is no part of the text by itself. */
const shortestList = 20;

/** Whether a list belongs to the text: neither it nor the line above it asks for anything or leads elsewhere. */
export function isListOfText(line: Element, above: Element | undefined): boolean {
  if (!/^(UL|OL)$/.test(line.tagName) || textLength(line) < shortestList || linkDensity(line) > 0.5 || isCallList(line)) return false;
  const text = above ? textForRules(above) : '';
  return !lineRules.some(({ place, maxLength, pattern }) => lineTests.has(place) && text.length <= maxLength && pattern.test(text)) && callOutsideProse(text) === undefined;
}

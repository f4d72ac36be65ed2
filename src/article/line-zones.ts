import type { LineRule } from '../rules/promo-rule.ts';
import { textLength } from './text.ts';

/** Where a line stands in the body. */
export interface Zone {
  isHead: boolean;
  isTail: boolean;
  isBeforeProse: boolean;
  isAfterProse: boolean;
}

type Test = (line: Element, index: number) => boolean;

/**
 * Where each of the lines stands, counted from the first and the last line of prose.
 *
 * @param endsProse what is no paragraph, but may be the last of the text.
 */
export function zonesOf(lines: Element[], isProseLine: Test, endsProse: Test): (index: number) => Zone {
  const firstProse = lines.findIndex(isProseLine);
  const lastProse = lines.findLastIndex((line, index) => isProseLine(line, index) || (index > firstProse && firstProse >= 0 && endsProse(line, index)));
  const lengths = lines.map((line) => textLength(line));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  const reached = lengths.map((length) => (before += length) - length);
  return (index) => ({
    isHead: index <= Math.max(firstProse, 1) + 1 && index < 10,
    isTail: index > lastProse || ((reached[index] ?? 0) >= total * 0.5 && index >= lines.length - Math.max(8, Math.ceil(lines.length * 0.15))),
    isBeforeProse: index < firstProse,
    isAfterProse: index > lastProse,
  });
}

/** Whether a rule applies at a place. */
export function isThere({ place }: Pick<LineRule, 'place'>, zone: Zone): boolean {
  switch (place) {
    case 'anywhere': return true;
    case 'before': return zone.isBeforeProse;
    case 'after': return zone.isAfterProse;
    case 'head': return zone.isHead;
    case 'tail': return zone.isTail;
    case 'edges': return zone.isHead || zone.isTail;
  }
}

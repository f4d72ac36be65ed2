// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { foldForRules, lengthOf } from '../../src/article/text.ts';
import { boxRules } from '../../src/rules/box-rules.ts';
import { lineRules } from '../../src/rules/line-rules.ts';
import type { LineRule } from '../../src/rules/promo-rule.ts';

const takes = (rule: LineRule, line: string): boolean => foldForRules(line).length <= rule.maxLength && rule.pattern.test(foldForRules(line));

describe.each(lineRules.map((rule) => [rule.id, rule] as const))('line rule %s', (_id, rule) => {
  it('has its evidence', () => {
    expect(rule.why).toMatch(/\.$/);
    expect(rule.matches.length).toBeGreaterThanOrEqual(2);
    expect(rule.spares.length).toBeGreaterThanOrEqual(1);
  });

  it.each(rule.matches)('takes «%s»', (line) => expect(takes(rule, line)).toBe(true));
  it.each(rule.spares)('spares «%s»', (line) => expect(takes(rule, line)).toBe(false));
});

describe('line rules together', () => {
  it('have ids of their own', () => {
    const ids = [...lineRules, ...boxRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('spare between the paragraphs what any of them spares', () => {
    const between = lineRules.filter(({ place }) => place === 'anywhere');
    const taken = lineRules.flatMap(({ spares }) => spares).flatMap((line) => between.filter((rule) => takes(rule, line)).map(({ id }) => `${id}: ${line}`));
    expect(taken).toEqual([]);
  });
});

describe.each(boxRules.map((rule) => [rule.id, rule] as const))('box rule %s', (_id, rule) => {
  it('has its evidence', () => {
    expect(rule.why).toMatch(/\.$/);
    expect(lengthOf(rule.why)).toBeGreaterThan(20);
    expect(rule.maxLength).toBeGreaterThan(0);
  });

  it.each(rule.matches)('takes «%s»', (names) => expect(rule.pattern.test(names)).toBe(true));
  it.each(rule.spares)('spares «%s»', (names) => expect(rule.pattern.test(names)).toBe(false));
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { closingTitles, headingRules } from '../../src/rules/heading-rules.ts';

describe.each(headingRules.map((rule) => [rule.id, rule] as const))('heading rule %s', (_id, rule) => {
  it('has its evidence', () => {
    expect(rule.why).toMatch(/\.$/);
    expect(rule.matches.length).toBeGreaterThanOrEqual(2);
    expect(rule.spares.length).toBeGreaterThanOrEqual(1);
  });

  it.each(rule.matches)('decides on «%s», before every later rule', (line) => expect(headingRules.find(({ pattern }) => pattern.test(line))?.id).toBe(rule.id));
  it.each(rule.spares)('spares «%s»', (line) => expect(rule.pattern.test(line)).toBe(false));
});

describe('titles that need no number', () => {
  it.each(['总结', '写在最后', '结语：', 'Conclusion'])('%s', (line) => expect(closingTitles.test(line)).toBe(true));
  it.each(['总结起来有三点', '最后一公里', '背景音乐'])('not %s', (line) => expect(closingTitles.test(line)).toBe(false));
});

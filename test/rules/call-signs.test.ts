// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { foldForRules } from '../../src/article/text.ts';
import { callSigns } from '../../src/rules/call-signs.ts';

describe.each(callSigns.map((sign) => [sign.id, sign] as const))('sign %s', (_id, sign) => {
  it('has its evidence', () => {
    expect(sign.why).toMatch(/\.$/);
    expect(sign.spares.length).toBeGreaterThan(0);
    expect(sign.kind === 'deed').toBe(sign.group !== undefined);
  });

  it.each(sign.matches)('is in «%s»', (line) => expect(foldForRules(line)).toMatch(sign.pattern));
  it.each(sign.spares)('is not in «%s»', (line) => expect(foldForRules(line)).not.toMatch(sign.pattern));
});

it('signs have ids of their own', () => {
  expect(new Set(callSigns.map(({ id }) => id)).size).toBe(callSigns.length);
});

import { expect, test } from 'vitest';
import { withoutEvidence } from '../../scripts/build/without-evidence.mjs';

test('a rule keeps what it does and loses what it says of itself', () => {
  const code = 'var r=[{id:`a`,pattern:/x(,y)/,matches:[`p,q`],spares:[],why:`Because, of {this}.`,fixture:`f`},{why:`So.`,host:`b.com`,content:[`.c`]}];use(r)';
  expect(withoutEvidence(code)).toBe('var r=[{id:`a`,pattern:/x(,y)/},{host:`b.com`,content:[`.c`]}];use(r)');
});

test('objects that give no reason stay as they are', () => {
  const code = 'var o={matches:[1],fixture:2},why=3;use(o,why)';
  expect(withoutEvidence(code)).toBe(code);
});

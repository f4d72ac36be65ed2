import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withPackedPairs } from '../../scripts/build/packed-pairs.mjs';

test('packed pairs come out as they went in, whichever way the steps go', () => {
  const code = "const before = 1;\nconst pairs =\n  '並并乾干' +\n  '龢和!~㐀\\u{ffff}';\nfound = pairs + before;";
  const world = { found: '' };
  runInNewContext(withPackedPairs(code), world);
  expect(world.found).toBe('並并乾干龢和!~㐀\u{ffff}1');
});

test('the variants of the library take little more than half of the room', () => {
  const code = readFileSync('src/library/han-variants.ts', 'utf8').replace(/^export /gm, '').replace(/\/\*\*[^]*?\*\//g, '').replace(/: string/g, '');
  const packed = withPackedPairs(code);
  expect(Buffer.byteLength(packed)).toBeLessThan(Buffer.byteLength(code) * 0.58);
  const [before, after] = [code, packed].map((text) => runInNewContext(`${text};simplify('書簡裡的龍龢國')`) as string);
  expect([before, after]).toEqual(['书简里的龙和国', '书简里的龙和国']);
});

test('a module without pairs is refused, so that the packing is not lost in silence', () => {
  expect(() => withPackedPairs('const other = "ab";')).toThrow('no constant `pairs`');
  expect(() => withPackedPairs('const pairs = make();')).toThrow('not made of literals');
});

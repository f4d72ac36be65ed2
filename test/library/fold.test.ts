// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/library/fold.ts';
import { simplify } from '../../src/library/han-variants.ts';

describe('fold', () => {
  test.each([
    ['產業鏈的毛利率，從來不是靠規模', '产业链的毛利率,从来不是靠规模'],
    ['後臺與髮廊裡的發票', '后台与发廊里的发票'],
    ['《晶片戰爭》：臺積電、ＡＳＭＬ', '《晶片战争》:台积电、asml'],
    ['著名的乾麵', '着名的干面'],
  ])('%s and its other form are the same', (traditional, other) => {
    expect(fold(traditional)).toBe(fold(other));
  });

  test.each([['Hermès, CAFE\u0301 ǖ ệ', 'hermes, cafe u e'], ['ø が й', 'ø が й']])('%s without the accents of Latin letters', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each(['体', '后', '里', '干', '平台', '云'])('%s, which is simplified, stays', (text) => {
    expect(simplify(text)).toBe(text);
  });

  test('no character is led to one that is itself led on', () => {
    const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, offset) => String.fromCharCode(0x4e00 + offset));
    expect(characters.filter((character) => simplify(simplify(character)) !== simplify(character))).toEqual([]);
    expect(characters.filter((character) => simplify(character) !== character).length).toBeGreaterThan(2000);
  });
});

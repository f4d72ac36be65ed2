// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { fold, foldWithOrigins } from '../../src/library/fold.ts';
import { simplify } from '../../src/library/han-variants.ts';

describe('fold', () => {
  test.each([
    ['產業鏈的毛利率，從來不是靠規模', '产业链的毛利率,从来不是靠规模'],
    ['後臺與髮廊裡的發票', '后台与发廊里的发票'],
    ['《晶片戰爭》：臺積電、ＡＳＭＬ', '《晶片战争》:台积电、asml'],
    ['著名的乾麵', '着名的干面'],
    ['願意憑標準納稅，驚動銅鋁期貨', '愿意凭标准纳税，惊动铜铝期货'],
    ['懸念與證據：新鮮、細緻、藉口、暸解、瞭解', '悬念与证据：新鲜、细致、借口、了解、了解'],
    ['兇險、恐懼、寶劍、蹟象、癥狀、艷麗、剝削、齣戲、飲料餵養', '凶险、恐惧、宝剑、迹象、症状、艳丽、剥削、出戏、饮料喂养'],
    ['彷彿、彷徨', '仿佛、仿徨'],
  ])('%s and its other form are the same', (traditional, other) => {
    expect(fold(traditional)).toBe(fold(other));
  });

  test.each([['Hermès, CAFE\u0301 ǖ ệ İ', 'hermes,cafe u e i'], ['ø й', 'ø й']])('%s without the accents of Latin letters', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['用 GPT 4 做 AI 客服', '用GPT4做AI客服'],
    ['容量 4000 mAh，占 10 ％', '容量4000mAh,占10%'],
    ['所谓“内卷”的「账」', '所谓内卷的账'],
    ['Levi’s 与 Levi‘s', 'Levi\'s与LEVIS'],
    ['供\u200b应\u00ad链\ufeff', '供应链'],
    ['A–B 与 COVID\u201119', 'a-b与covid-19'],
    ['2019—2021、3〜5', '2019-2021、3～5'],
    ['艾伦•周・吴', '艾伦·周·吴'],
    ['王 方　李', '王方李'],
    ['ガス ガス', 'ｶﾞｽｶﾞｽ'],
  ])('%s and %s are the same', (text, other) => {
    expect(fold(text)).toBe(fold(other));
  });

  test.each([['made in  China'], ['한국 시장'], ['12 345'], ['й ø']])('%s keeps the spaces between its words and figures', (text) => {
    expect(fold(text)).toBe(text.toLowerCase().replace(/ +/g, ' '));
  });

  test('lines stay lines', () => {
    expect(fold('冷库 \n 门店')).toBe('冷库\n门店');
  });

  test.each(['用 GPT 4，“内卷”的 ㎡ cafe\u0301　供\u200b应 a  b\n İ', 'ｶﾞｽ 한국 각\u11a8', '𠮷 野家…'])('%s is folded with its places as it is without', (text) => {
    const { folded, places } = foldWithOrigins(text);
    expect(folded).toBe(fold(text));
    expect(places).toHaveLength(folded.length);
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

// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { alphabetOf, encode, encodeWord } from '../../src/library/shard-code.ts';
import type { TextShard } from '../../src/library/text-shard.ts';
import { joinTexts, matchShard, packTexts, scoreOf, withoutArticles } from '../../src/library/text-shard.ts';

const texts = [
  { id: 'a', revision: 1, title: '毛利的账', text: '毛利,毛利,还是毛利。\n周转。' },
  { id: 'b', revision: 2, title: '无', text: '' },
  { id: 'c', revision: 3, title: '', text: '周转和𠮷野家。' },
];

/** Every unit that there is, so that some characters take one byte, some two and some three. */
const everything = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');

describe('the code', () => {
  test.each([['texts of few characters', '甲乙甲丙。'], ['every character there is', everything]])('%s: each word is found where it stands, and nowhere else', (_what, text) => {
    const alphabet = alphabetOf(text);
    const code = encode(text, alphabet);
    for (let at = 0; at < text.length; at += Math.ceil(text.length / 50)) {
      const word = text.slice(at, at + 3);
      expect(code.indexOf(encodeWord(word, alphabet) ?? '')).toBe(encode(text.slice(0, text.indexOf(word)), alphabet).length);
    }
  });

  test('no byte both begins a character and stands inside one, and no two characters share a code', () => {
    const some = [...Array(300).keys(), ...Array.from({ length: 1500 }, (_, index) => index * 43)];
    const codes = new Map(some.map((rank) => [rank, encodeWord(everything.charAt(rank), everything) ?? '']));
    const first = new Set([...codes.values()].map((code) => code.charAt(0)));
    const inside = new Set([...codes.values()].flatMap((code) => [...code.slice(1)]));
    expect([...inside].filter((byte) => first.has(byte))).toEqual([]);
    expect(inside.size).toBe(64);
    expect(new Set(codes.values()).size).toBe(codes.size);
  });

  test('a word with a character that the text lacks has no code', () => {
    expect(encodeWord('甲丁', alphabetOf('甲乙'))).toBeUndefined();
    expect(encodeWord('甲', alphabetOf('甲乙'))).toBe(encode('甲', alphabetOf('甲乙')));
  });

  test('has one byte for each of the frequent characters, and bytes alone', () => {
    const text = `${'的'.repeat(50)}${everything.slice(0x4e00, 0x4e00 + 3000)}`;
    const code = encode(text, alphabetOf(text));
    expect(code.startsWith('\u0000'.repeat(50))).toBe(true);
    expect(/^[\0-\u00ff]*$/.test(code)).toBe(true);
    expect(code.length).toBe(50 + 143 + 2 * 2048 + 3 * (3000 - 143 - 2048));
  });

  test('of a text without a character is empty', () => {
    expect(encode('', alphabetOf(''))).toBe('');
  });
});

describe.each([['joined', joinTexts], ['packed', packTexts]])('a shard of texts that are %s', (_how, put) => {
  const shard = put(texts);
  const found = (words: string[], of: TextShard | undefined = shard): string[] => matchShard(of as TextShard, words).map(({ place, score }) => `${of?.ids[place]} ${score}`);

  test.each([
    [['毛利'], ['a 23']], [['周转'], ['a 1', 'c 1']], [['周转', '毛利'], ['a 34']], [['毛利的账'], ['a 20']], [['𠮷野'], ['c 1']],
    [['账毛利'], []], [['无周转'], []], [['芯片'], []], [['毛利', '芯片'], []], [['毛利', '野家'], []], [[], ['a 0', 'b 0', 'c 0']],
  ])('%j is found in %j', (words, hits) => {
    expect(found(words)).toEqual(hits);
  });

  test('counts no more than five in a body', () => {
    expect(found(['毛'], put([{ id: 'a', revision: 1, title: '利', text: '毛'.repeat(99) }]))).toEqual(['a 5']);
  });

  test('words that stand together once count more than as many that stand apart, wherever in the article', () => {
    const far = '别的话'.repeat(60);
    const bodies = [`租金${far}周转${far}`, `${far}周转看租金${far}`, `租金${far}门店${far}周转`, `${far}周转,门店,租金${far}`];
    const some = put(bodies.map((text, index) => ({ id: `${index}`, revision: 1, title: '账', text })));
    expect(found(['租金', '周转'], some)).toEqual(['0 2', '1 12', '2 2', '3 12']);
    expect(found(['租金', '周转', '门店'], some)).toEqual(['2 3', '3 13']);
    expect(found(['租金'], some)).toEqual(['0 1', '1 1', '2 1', '3 1']);
  });

  test('words of which one stands in the next article alone are not together', () => {
    const some = put([{ id: 'a', revision: 1, title: '周转', text: `${'别的话'.repeat(60)}租金` }, { id: 'b', revision: 1, title: '周转', text: '租金' }]);
    expect(found(['租金', '周转'], some)).toEqual(['a 21', 'b 31']);
  });

  test('tells whether one article has all words', () => {
    expect([scoreOf(shard, 0, ['毛利', '周转']), scoreOf(shard, 2, ['毛利', '周转']), scoreOf(shard, 1, []), scoreOf(shard, 1, ['周转'])]).toEqual([expect.any(Number), undefined, 0, undefined]);
  });

  test('loses the articles that leave it, and nothing else', () => {
    const rest = withoutArticles(shard, new Set(['a', 'x']));
    expect(rest?.ids).toEqual(['b', 'c']);
    expect(rest?.revisions).toEqual([2, 3]);
    expect(found(['毛利'], rest)).toEqual([]);
    expect(found(['周转'], rest)).toEqual(['c 1']);
    expect(rest?.text.length).toBeLessThan(shard.text.length / 2);
    expect(withoutArticles(shard, new Set(['a', 'b', 'c']))).toBeUndefined();
  });
});

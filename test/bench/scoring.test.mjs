import { describe, expect, it } from 'vitest';
import {
  alignOutlines,
  compareTexts,
  depthsOf,
  isByline,
  isDate,
  isTitle,
  leakedBlocks,
  lostBlocks,
  longestCommonSubsequence,
  normalise,
  proseRemoved,
  shingles,
  stretchesMissing,
} from '../../scripts/bench/scoring.mjs';

describe('normalise', () => {
  it('folds full width, case, white space and what cannot be seen', () => {
    expect(normalise(' ＡＩ：\u3000云\u200b计算\n Ｂ2Ｂ\ufeff ')).toBe('ai:云计算b2b');
  });
});

describe('shingles', () => {
  it('counts each run of four characters, and how often it stands there', () => {
    expect([...shingles('产业产业产业')]).toEqual([['产业产业', 2], ['业产业产', 1]]);
  });

  it('takes a shorter text as one run, and nothing as none', () => {
    expect([...shingles('产业')]).toEqual([['产业', 1]]);
    expect(shingles('').size).toBe(0);
  });

  it('counts a character outside the basic plane as one', () => {
    expect([...shingles('𠮷野家店')]).toEqual([['𠮷野家店', 1]]);
  });
});

describe('compareTexts', () => {
  it('is whole for the same text', () => {
    expect(compareTexts('产业互联网', '产业互联网')).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('takes what is too many from precision and what is missing from recall', () => {
    const { precision, recall, f1 } = compareTexts('甲乙丙丁戊', '甲乙丙丁戊己庚');
    expect([precision, recall]).toEqual([0.5, 1]);
    expect(f1).toBeCloseTo(2 / 3);
    expect(compareTexts('甲乙丙丁戊己庚', '甲乙丙丁戊').recall).toBe(0.5);
  });

  it('does not let one occurrence stand for two', () => {
    expect(compareTexts('甲乙丙丁甲乙丙丁', '甲乙丙丁').recall).toBeCloseTo(1 / 5);
  });

  it('gives nothing for no output', () => {
    expect(compareTexts('甲乙丙丁', '')).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('stretchesMissing', () => {
  it('names the stretch that the other text does not hold, longest first', () => {
    expect(stretchesMissing('一二三四五六七八扫码关注我们九十百千万', '一二三四五六七八')).toEqual(['六七八扫码关注我们九十百千万']);
    expect(stretchesMissing('一二三四', '一二三四五')).toEqual([]);
  });
});

describe('lostBlocks', () => {
  it('finds a block in the joined text, whatever its blocks were', () => {
    const body = [{ text: '首先，产业在变。', tag: 'p' }, { text: '其次，没有了', tag: 'p' }];
    expect(lostBlocks(body, '前文首先,产业在变。后文')).toEqual([body[1]]);
  });
});

describe('leakedBlocks', () => {
  const short = { text: '打赏', kind: 'tail' };
  const long = { text: '未经许可，禁止转载。', kind: 'tail' };

  it('lets a short text stand inside of prose, but not as a block of its own', () => {
    expect(leakedBlocks([short], [{ text: '直播打赏的规模', tag: 'p' }], '直播打赏的规模')).toEqual([]);
    expect(leakedBlocks([short], [{ text: ' 打赏 ', tag: 'p' }], '打赏')).toEqual([short]);
  });

  it('finds a long text inside of a block', () => {
    expect(leakedBlocks([long], [{ text: '正文。未经许可,禁止转载。', tag: 'p' }], '正文。未经许可,禁止转载。')).toEqual([long]);
  });

  it('knows no leak of a text without characters', () => {
    expect(leakedBlocks([{ text: '\u200b', kind: 'ad' }], [{ text: '正文', tag: 'p' }], '正文')).toEqual([]);
  });
});

describe('depthsOf', () => {
  it('starts at one, goes down one at a time and comes back', () => {
    expect(depthsOf([2, 3, 4, 4, 3, 2])).toEqual([1, 2, 3, 3, 2, 1]);
    expect(depthsOf([2, 4, 4, 3])).toEqual([1, 2, 2, 2]);
    expect(depthsOf([3, 2])).toEqual([1, 1]);
  });
});

describe('longestCommonSubsequence', () => {
  it('keeps the order', () => {
    expect(longestCommonSubsequence(['甲', '乙', '丙'], ['乙', '丙', '甲'])).toEqual([[1, 0], [2, 1]]);
    expect(longestCommonSubsequence(['甲'], [])).toEqual([]);
  });
});

describe('alignOutlines', () => {
  const entry = (text, depth = 1) => ({ text, depth });

  it('tells what was missed and what is wrong', () => {
    const { matched, missed, wrong } = alignOutlines({ wanted: [entry('一、旧'), entry('二、新')], got: [entry('一、 旧'), entry('扫码')] });
    expect(matched).toBe(1);
    expect(missed).toEqual([entry('二、新')]);
    expect(wrong).toEqual([entry('扫码')]);
  });

  it('neither asks for an optional entry nor minds it', () => {
    const aligned = alignOutlines({ wanted: [entry('一、旧')], got: [entry('一、旧'), entry('小标签')], optional: ['小标签'] });
    expect(aligned).toMatchObject({ matched: 1, got: 1, wrong: [] });
  });

  it('still counts an optional text that is wanted as well', () => {
    expect(alignOutlines({ wanted: [entry('小结')], got: [entry('小结')], optional: ['小结'] })).toMatchObject({ matched: 1, got: 1 });
  });

  it('asks for the depth where it is told to', () => {
    const outlines = { wanted: [entry('一', 1), entry('（一）', 2)], got: [entry('一', 1), entry('（一）', 1)] };
    expect(alignOutlines(outlines).matched).toBe(2);
    expect(alignOutlines({ ...outlines, withDepth: true }).matched).toBe(1);
  });
});

describe('metadata', () => {
  it('wants the title letter by letter', () => {
    expect(isTitle('产业互联网：蝶变', '产业互联网: 蝶变')).toBe(true);
    expect(isTitle('产业互联网', '产业互联网 - 某站')).toBe(false);
  });

  it('takes any accepted name within the byline', () => {
    expect(isByline(['某某日报', '王 明'], '记者 王明')).toBe(true);
    expect(isByline(['王明'], '')).toBe(false);
    expect(isByline([''], '王明')).toBe(false);
  });

  it('wants the day and not the hour', () => {
    expect(isDate('2021-11-25', '2021-11-25T08:00:00+08:00')).toBe(true);
    expect(isDate('2021-11-25', '')).toBe(false);
  });
});

describe('proseRemoved', () => {
  it('finds a lost block in the text of a removal', () => {
    const lost = [{ text: '公众号改变了阅读。', tag: 'p' }, { text: '别的', tag: 'p' }];
    expect(proseRemoved(lost, [{ step: 'strip', reason: 'follow', text: '公众号 改变了阅读。 扫码' }])).toEqual([lost[0]]);
  });
});

import { describe, expect, it } from 'vitest';
import { scoreCase } from '../../scripts/bench/score-case.mjs';
import { median, summarise } from '../../scripts/bench/summary.mjs';

const truth = {
  isArticle: true,
  title: '产业观察',
  author: ['林一'],
  published: null,
  body: [{ text: '首先，产能要消化。', tag: 'p' }, { text: '正文讲的是产业的变化。', tag: 'p' }],
  promo: [{ text: '长按二维码关注我们', kind: 'tail' }, { text: '首页', kind: 'chrome' }],
  outline: [{ text: '首先，产能要消化。', level: 2, via: 'bold' }],
  outlineOptional: [],
  boldEmphasis: [],
};

const output = {
  title: '产业观察',
  byline: '作者林一',
  published: '',
  blocks: [...truth.body],
  outline: [{ text: '首先，产能要消化。', depth: 1 }],
  removals: [{ step: 'strip', reason: 'follow', text: '长按二维码关注我们' }],
};

const resultOf = (score, extra = {}) => ({
  group: 'full-page', isArticle: score !== null, uncertain: false, bytes: 200_000, readerable: true, ms: 12, referenceMs: 10, score, ...extra,
});

describe('scoreCase', () => {
  it('gives a faultless output full marks, and none for what the page does not show', () => {
    const score = scoreCase(truth, output);
    expect(score.f1).toBe(1);
    expect(score.body.lost).toEqual([]);
    expect(score.promo.leaked).toEqual([]);
    expect(score.outline.bold).toEqual({ wanted: 1, found: 1 });
    expect(score.metadata).toEqual({ title: true, byline: true, date: null });
  });

  it('says which body block a removal took', () => {
    const removals = [{ step: 'strip', reason: 'follow', text: '正文讲的是产业的变化。' }];
    const score = scoreCase(truth, { ...output, blocks: [truth.body[0]], removals });
    expect(score.body.proseRemoved).toEqual([truth.body[1]]);
    expect(score.recall).toBeLessThan(1);
  });

  it('does not mind the article’s own title among the headings', () => {
    const score = scoreCase(truth, { ...output, outline: [{ text: '产业观察', depth: 1 }, ...output.outline] });
    expect(score.outline).toMatchObject({ matched: 1, got: 1, wrong: [] });
  });

  it('scores no output as an empty one', () => {
    const score = scoreCase(truth, null);
    expect([score.f1, score.body.lost.length, score.promo.leaked.length]).toEqual([0, 2, 0]);
    expect(score.metadata.title).toBe(false);
  });
});

describe('summarise', () => {
  it('averages F1 over pages, but counts blocks and headings over all of them', () => {
    const leaking = scoreCase(truth, { ...output, blocks: [...truth.body, truth.promo[0]], outline: [] });
    const figures = summarise([resultOf(scoreCase(truth, output)), resultOf(leaking)]);
    expect(figures.f1).toBeCloseTo((1 + leaking.f1) / 2);
    expect(figures.minF1).toBe(leaking.f1);
    expect(figures.leaked).toEqual({ tail: 0.5, ad: null, chrome: 0 });
    expect(figures.outline).toMatchObject({ precision: 1, recall: 0.5, boldFound: 0.5, wrong: 0 });
  });

  it('leaves uncertain pages out of detection', () => {
    const article = resultOf(scoreCase(truth, output));
    const negative = resultOf(null, { group: 'negative', readerable: true });
    expect(summarise([article, negative]).detection).toEqual({ precision: 0.5, recall: 1, falseAlarms: 1 });
    expect(summarise([article, { ...negative, uncertain: true }]).detection.precision).toBe(1);
  });

  it('does not judge the metadata of rebuilt shells', () => {
    const wrong = scoreCase(truth, { ...output, title: '别的' });
    expect(summarise([resultOf(wrong, { group: 'site-page' })]).title).toBeNull();
    expect(summarise([resultOf(wrong)]).title).toBe(0);
  });

  it('sums the times for the ratio, and names the worst page of a size that counts', () => {
    const score = scoreCase(truth, output);
    const figures = summarise([resultOf(score, { id: 'large', ms: 30, referenceMs: 20 }), resultOf(score, { id: 'small', bytes: 9, ms: 10, referenceMs: 2 })]);
    expect(figures.ratio).toBeCloseTo(40 / 22);
    expect(figures.worstRatio).toEqual({ id: 'large', ratio: 1.5 });
    expect(figures.ms).toEqual({ median: 20, worst: 30 });
  });
});

describe('median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
  });
});

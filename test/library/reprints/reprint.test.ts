// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/library/fold.ts';
import { fingerprintOf, distanceOf, overlapOf } from '../../../src/library/reprints/fingerprint.ts';
import { compareArticles, distanceOfTraces, traceOf } from '../../../src/library/reprints/reprint.ts';
import type { SavedArticle } from '../../../src/library/saved-article.ts';
import { makeArticle } from '../articles.ts';
import { fixtureTexts, reprintings, sameSubject } from './texts.ts';
import type { Text } from './texts.ts';

const originals = fixtureTexts();

function savedOf({ title, body }: Text): SavedArticle {
  return { id: '', schema: 1, savedAt: 1, updatedAt: 1, article: makeArticle({ title, textContent: body.join('\n') }) };
}

/** As the library does it: near by their traces first, then alike by their texts. */
function isFound(one: Text, other: Text): boolean {
  const [a, b] = [savedOf(one), savedOf(other)];
  const [trace, another] = [traceOf(a), traceOf(b)];
  return trace !== undefined && another !== undefined && distanceOfTraces(trace, another) !== undefined && compareArticles(a, b) !== undefined;
}

describe.each(Object.keys(reprintings))('a reprint %s', (name) => {
  test('is known for what it is, whichever article it is of', () => {
    const reprint = reprintings[name] ?? ((text: Text) => text);
    const missed = originals.filter((original) => !isFound(original, reprint(original))).map(({ title }) => title);
    expect(missed).toEqual([]);
  });
});

describe('a reprint that is cut short', () => {
  const long = originals.filter(({ body }) => body.join('').length > 700);
  const firstOf = (body: string[], share: number): string[] => [body.join('\n').slice(0, Math.ceil(body.join('\n').length * share))];

  test('to its first fifth, as what is to be paid for, is known under the same title alone', () => {
    expect(long.length).toBeGreaterThan(5);
    expect(long.filter((original) => !isFound(original, { ...original, body: firstOf(original.body, 0.2) }))).toEqual([]);
    expect(long.filter((original) => isFound(original, { title: `${original.title}_产业手记`, body: firstOf(original.body, 0.2) }))).toEqual([]);
  });

  test.each(['深度｜%', '%_产业手记网', '【转载】%（上）'])('to its first half is known under the title %s', (title) => {
    expect(long.filter((original) => !isFound(original, { title: title.replace('%', original.title), body: firstOf(original.body, 0.5) })).map((one) => one.title)).toEqual([]);
  });

  test('to its first half is not taken for it under a title that has two letters in common', () => {
    const [one] = long;
    if (!one) throw new Error('no long article is left');
    expect(isFound({ ...one, title: '冷链' }, { title: '冷链的账本', body: firstOf(one.body, 0.5) })).toBe(false);
  });
});

describe('articles that are not the same', () => {
  test('one of five in a digest is no reprint of it', () => {
    const five = originals.slice(0, 5);
    const digest = { title: '本周五篇', body: five.flatMap(({ body }) => body) };
    const shares = five.map(({ body }) => body.join('').length / digest.body.join('').length);
    expect(five.filter((one, index) => (shares[index] ?? 1) < 0.5 && isFound(one, digest))).toEqual([]);
    expect(shares.filter((share) => share < 0.5).length).toBeGreaterThan(3);
  });

  test('are never taken for reprints: each of the fixtures with each other', () => {
    const saved = originals.map(savedOf);
    const pairs = saved.flatMap((one, index) => saved.slice(index + 1).map((other) => [one, other] as const));
    expect(pairs.length).toBeGreaterThan(2000);
    expect(pairs.filter(([one, other]) => compareArticles(one, other) !== undefined)).toEqual([]);
  });

  test('on one subject, with one sentence in common, are far from it', () => {
    const sample = originals.find(({ title }) => title.startsWith('冷链的下半场'));
    if (!sample) throw new Error('the sample is gone');
    const { likeness } = overlapOf(fold(sample.body.join('\n')), fold(sameSubject.body.join('\n')));
    expect(likeness).toBeGreaterThan(0);
    expect(likeness).toBeLessThan(0.2);
    expect(isFound(sample, sameSubject)).toBe(false);
    expect(isFound(sample, { ...sameSubject, title: sample.title })).toBe(false);
  });

  test('that are too short to tell have no trace', () => {
    expect(traceOf(savedOf({ title: '快讯', body: ['某公司宣布完成一轮融资。'] }))).toBeUndefined();
  });
});

describe('a fingerprint', () => {
  const text = originals[0]?.body.join('\n') ?? '';

  test('is the same for the same letters, and far for others', () => {
    expect(distanceOf(fingerprintOf(text), fingerprintOf(`  ${text}！！`))).toBe(0);
    expect(distanceOf(fingerprintOf(text), fingerprintOf(fold(sameSubject.body.join(''))))).toBeGreaterThan(20);
  });

  test('says nothing of nothing', () => {
    expect(fingerprintOf('')).toEqual({ high: 0, low: 0 });
    expect(overlapOf('', '')).toEqual({ likeness: 0, containment: 0 });
  });
});

test.each(['【转载】冷链的账本', '转：冷链的账本', '「冷链」的账本！', '冷鏈的賬本'])('%s is the same title as that of the original', (title) => {
  const body = sameSubject.body;
  expect(traceOf(savedOf({ title, body }))?.title).toBe(traceOf(savedOf({ title: '冷链的账本', body }))?.title);
});

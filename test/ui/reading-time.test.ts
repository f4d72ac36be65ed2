// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readingMinutes, sectionMinutes } from '../../src/ui/reading-time.ts';
import { sampleArticle } from './sample-article.ts';

describe('reading time', () => {
  test('400 Chinese characters take a minute', () => {
    expect(readingMinutes('账'.repeat(400))).toBe(1);
  });

  test('220 Latin words take a minute, and a number is a word', () => {
    expect(readingMinutes('growth '.repeat(219) + '14.5%')).toBe(1);
  });

  test('a mixed text takes the time of both', () => {
    expect(readingMinutes(`${'账'.repeat(400)}SaaS ARR ${'钱'.repeat(400)}`)).toBeCloseTo(2 + 2 / 220);
  });

  test('punctuation and white space take none', () => {
    expect(readingMinutes('，。“”　\n——…')).toBe(0);
  });
});

describe('time of the sections', () => {
  test('a section includes what is nested in it', () => {
    const [first, nested, second] = sectionMinutes(sampleArticle());
    expect(first).toBeCloseTo(2, 1);
    expect(nested).toBeCloseTo(1, 1);
    expect(second).toBeCloseTo(0.2, 1);
  });

  test('a heading that is no line of the text has no time, and the others keep theirs', () => {
    const { outline } = sampleArticle();
    const [lost, found] = sectionMinutes({ outline: [{ id: 'x', text: '不在文中', depth: 1 }, ...outline], textContent: sampleArticle().textContent });
    expect(lost).toBeUndefined();
    expect(found).toBeCloseTo(2, 1);
  });

  test('equal headings are told apart by their order', () => {
    const outline = [{ id: 'a', text: '小结', depth: 1 }, { id: 'b', text: '小结', depth: 1 }];
    const [first, second] = sectionMinutes({ outline, textContent: `小结\n${'甲'.repeat(398)}\n小结\n${'乙'.repeat(798)}` });
    expect([first, second]).toEqual([1, 2]);
  });
});

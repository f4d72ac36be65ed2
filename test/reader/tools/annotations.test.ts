import { describe, expect, test } from 'vitest';
import { readBodyText, rangeOf, stretchOf, unwrap, wrapText } from '../../../src/reader/tools/body-text.ts';
import { addressOfQuote, citeInReferences, citeInText } from '../../../src/reader/tools/annotations/citation.ts';
import { findQuote, quoteAt } from '../../../src/reader/tools/annotations/text-quote.ts';
import { sampleArticle } from '../../ui/sample-article.ts';

function bodyOf(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  return body;
}

describe('a quote', () => {
  const text = '运价涨了三成。仓库满了。运价涨了三成。车队散了。';

  test('is found among equal words by its neighbours', () => {
    const quote = quoteAt(text, { start: 12, end: 18 });
    expect(quote.exact).toBe('运价涨了三成');
    expect(findQuote(text, quote)).toEqual({ start: 12, end: 18 });
  });

  test('moves with its words when text comes before it', () => {
    const quote = quoteAt(text, { start: 12, end: 18 });
    expect(findQuote(`新的导语。${text}`, quote)).toEqual({ start: 17, end: 23 });
  });

  test('of equal neighbours the nearest counts', () => {
    const same = '甲乙丙'.repeat(40);
    expect(findQuote(same, quoteAt(same, { start: 60, end: 63 }))).toEqual({ start: 60, end: 63 });
  });

  test('is found when spaces came or went', () => {
    const quote = quoteAt('约 300 万 吨货物', { start: 0, end: 9 });
    expect(quote.exact).toBe('约 300 万 吨');
    expect(findQuote('其中约300万吨货物', quote)).toEqual({ start: 2, end: 8 });
  });

  test('is nowhere when its words are gone', () => {
    expect(findQuote('另一篇文章', quoteAt(text, { start: 12, end: 18 }))).toBeUndefined();
    expect(findQuote(text, quoteAt(text, { start: 3, end: 3 }))).toBeUndefined();
  });
});

describe('the text of a body', () => {
  const html = '<p>甲<b>乙丙</b>丁</p><div data-removal="0" data-shown><p>推广</p></div><p>戊</p><a data-aside>卡片</a>';

  test('leaves out what was given back and what the tools add', () => {
    expect(readBodyText(bodyOf(html)).text).toBe('甲乙丙丁戊');
  });

  test('marks and takes out the marks without a trace', () => {
    const body = bodyOf(html);
    const before = body.innerHTML;
    const marks = wrapText(body, { start: 1, end: 5 }, () => document.createElement('mark'));
    expect(marks.map((mark) => mark.textContent)).toEqual(['乙丙', '丁', '戊']);
    expect(readBodyText(body).text).toBe('甲乙丙丁戊');
    unwrap(marks);
    expect(body.innerHTML).toBe(before);
    expect(body.querySelector('p')?.childNodes).toHaveLength(3);
  });

  test('a range and its stretch are the same place', () => {
    const text = readBodyText(bodyOf(html));
    const range = rangeOf(text, { start: 2, end: 5 });
    expect(range?.toString()).toBe('丙丁推广戊');
    expect(range && stretchOf(text, range)).toEqual({ start: 2, end: 5 });
  });

  test('white space between the rows of a table is never marked', () => {
    const body = bodyOf('<table><tbody>\n<tr><td>一</td></tr>\n<tr><td>二</td></tr></tbody></table>');
    wrapText(body, { start: 0, end: 4 }, () => document.createElement('mark'));
    expect(Array.from(body.querySelectorAll('mark'), (mark) => mark.parentElement?.tagName)).toEqual(['TD', 'TD']);
  });
});

describe('a citation', () => {
  const article = sampleArticle({ url: 'https://example.com/post/1#top' });

  test('names quote, author, title, outlet, day and the place of the words', () => {
    expect(citeInText(article, '账是这样算的')).toBe(`“账是这样算的”——林述，《一笔账的来去》，账本周刊，2024-03-18，https://example.com/post/1#:~:text=${encodeURIComponent('账是这样算的')}`);
  });

  test('leaves out what is not known', () => {
    expect(citeInText(sampleArticle({ byline: '', siteName: '', publishedTime: '' }), '账')).toBe(`“账”——《一笔账的来去》，https://example.com/post/1#:~:text=${encodeURIComponent('账')}`);
  });

  test('a long quote is named by its ends, and hyphens are told from those of the address', () => {
    const quote = `起-头${'中'.repeat(60)}结尾`;
    expect(decodeURIComponent(addressOfQuote(article.url, quote))).toBe(`https://example.com/post/1#:~:text=起-头${'中'.repeat(13)},${'中'.repeat(14)}结尾`);
    expect(addressOfQuote(article.url, 'a-b')).toBe('https://example.com/post/1#:~:text=a%2Db');
  });

  test('for a list of references follows GB/T 7714-2015', () => {
    const today = new Date(2026, 10, 3);
    expect(citeInReferences(article, today)).toBe('林述. 一笔账的来去[EB/OL]. 账本周刊, 2024(2024-03-18)[2026-11-03]. https://example.com/post/1.');
    expect(citeInReferences(sampleArticle({ byline: '甲、乙、丙、丁', siteName: '', publishedTime: '' }), today)).toBe('甲, 乙, 丙, 等. 一笔账的来去[EB/OL]. [2026-11-03]. https://example.com/post/1.');
  });
});

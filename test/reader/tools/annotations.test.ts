import { describe, expect, test } from 'vitest';
import { readBodyText, rangeOf, stretchOf, unwrap, wrapText } from '../../../src/reader/tools/body-text.ts';
import { citeInReferences, citeInText } from '../../../src/reader/tools/annotations/citation.ts';
import { directiveTo, quotedAt } from '../../../src/reader/tools/annotations/quoted.ts';
import { findQuote } from '../../../src/library/find-quote.ts';
import { quoteAt } from '../../../src/reader/tools/annotations/text-quote.ts';
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

describe('quoted words', () => {
  const bodyText = readBodyText(bodyOf('<h2>一、对账</h2>\n<p>排产的周期从一个月缩到一周，库存随之降了三成。</p><ul><li>样品间，搬到离客户更近的地方</li></ul>'));
  const quoting = (words: string, last = words) => quotedAt(bodyText, { start: bodyText.text.indexOf(words), end: bodyText.text.indexOf(last) + last.length });
  const directive = (words: string, last?: string): string => decodeURIComponent(directiveTo(quoting(words, last)));

  test('stand in a line for each block, with the rest of the first and of the last', () => {
    expect(quoting('账', '样品间')).toEqual({ quote: '账\n排产的周期从一个月缩到一周，库存随之降了三成。\n样品间', before: '一、对', after: '，搬到离客户更近的地方' });
  });

  test('are named with what a word of theirs may begin or end in', () => {
    expect(directive('存随之降')).toBe('库-,存随之降,-了三成');
    expect(directive('排产的周期从一个月缩到一周')).toBe('排产的周期从一个月缩到一周');
  });

  test('that go over several blocks are named by their ends, each in one block', () => {
    expect(directive('期从', '样品间，搬')).toBe('排产的周-,期从一个月缩到一周,样品间，搬,-到离客户更近的地方');
  });

  test('a long quote is named by its ends up to a sign, or whole where there is none; hyphens and commas are told from those of the address', () => {
    const ends = (quote: string): string => decodeURIComponent(directiveTo({ quote, before: '', after: '' }));
    expect(ends(`起-头的一句，${'中'.repeat(60)}，一二三，结尾😀`)).toBe('起-头的一句,一二三，结尾😀');
    expect(ends(`开头的几个字，${'中'.repeat(30)}，后面，结尾的几个字`)).toBe('开头的几个字,结尾的几个字');
    expect(ends('中'.repeat(60))).toBe('中'.repeat(60));
    expect(directiveTo({ quote: 'a-b, c', before: '', after: '' })).toBe('a%2Db%2C%20c');
  });
});

describe('a citation', () => {
  const words = (quote: string) => ({ quote, before: '', after: '' });
  const article = sampleArticle({ url: 'https://example.com/post/1#top' });

  test('names quote, author, title, outlet, day and the place of the words', () => {
    expect(citeInText(article, words('账是这样算的'))).toBe(`“账是这样算的”——林述，《一笔账的来去》，账本周刊，2024-03-18，https://example.com/post/1#:~:text=${encodeURIComponent('账是这样算的')}`);
  });

  test('leaves out what is not known', () => {
    expect(citeInText(sampleArticle({ byline: '', siteName: '', publishedTime: '' }), words('账'))).toBe(`“账”——《一笔账的来去》，https://example.com/post/1#:~:text=${encodeURIComponent('账')}`);
  });

  test('a hash that is a route stays in the address', () => {
    expect(citeInText(sampleArticle({ url: 'https://example.com/#/post/1' }), words('a'))).toContain('https://example.com/#/post/1:~:text=a');
  });

  test('for a list of references follows GB/T 7714-2015', () => {
    const today = new Date(2026, 10, 3);
    expect(citeInReferences(article, today)).toBe('林述. 一笔账的来去[EB/OL]. 账本周刊, 2024(2024-03-18)[2026-11-03]. https://example.com/post/1.');
    expect(citeInReferences(sampleArticle({ byline: '甲、乙、丙、丁', siteName: '', publishedTime: '' }), today)).toBe('甲, 乙, 丙, 等. 一笔账的来去[EB/OL]. [2026-11-03]. https://example.com/post/1.');
    const cited = (known: Partial<typeof article>): string => citeInReferences(sampleArticle({ byline: '', siteName: '', publishedTime: '', title: '题', ...known }), today);
    expect(cited({})).toBe('题[EB/OL]. [2026-11-03]. https://example.com/post/1.');
    expect(cited({ siteName: '账本' })).toBe('题[EB/OL]. 账本[2026-11-03]. https://example.com/post/1.');
    expect(cited({ publishedTime: '2024-03' })).toBe('题[EB/OL]. (2024-03)[2026-11-03]. https://example.com/post/1.');
    expect(cited({ byline: '林述 周晚' })).toMatch(/^林述, 周晚\. 题/);
    expect(cited({ byline: 'Ann Lee, Bo Berg and Cy Young' })).toMatch(/^Ann Lee, Bo Berg, Cy Young\. 题/);
    expect(cited({ byline: 'A A, B B, C C, D D' })).toMatch(/^A A, B B, C C, et al\. 题/);
  });
});

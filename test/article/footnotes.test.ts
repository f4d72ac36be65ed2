import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { keepFootnotes } from '../../src/article/footnotes.ts';
import { openFixture, readGolden } from './golden.ts';

function contentOf(slug: string): Element {
  const { url } = readGolden(slug);
  return new JSDOM(extract(openFixture(slug, url), { url })?.contentHtml).window.document.body;
}

function tied(html: string, url = 'https://example.com/a'): Element {
  const { body } = new JSDOM(html).window.document;
  keepFootnotes(body, url);
  return body;
}

/** For each reference, the note that it leads to. */
function notesOf(content: ParentNode): (string | undefined)[] {
  return [...content.querySelectorAll('a[data-footnote]')].map((link) => content.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)?.textContent?.trim());
}

test('references of a blog lead to their notes, and the notes back', () => {
  const content = contentOf('shape-rich-blocks');
  expect(notesOf(content)).toEqual(['高峰小时指当日出库量最高的连续六十分钟。↩', '不含设备故障造成的等待。↩']);
  const back = [...content.querySelectorAll('li a')].map((link) => content.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)?.textContent);
  expect(back).toEqual(['[1]', '[2]']);
});

test('references of a platform lead to their notes', () => {
  expect(notesOf(contentOf('zhihu-zhuanlan'))).toEqual(['城镇供热管网设计规范，管道保温一章', '六个小区的样本集中在北方同一城市，不代表其他地区']);
});

test('a link may name its own page in full', () => {
  expect(notesOf(tied('<p>字<a href="https://example.com/a#n">1</a></p><p id="n">注</p>'))).toEqual(['注']);
});

test.each([
  ['a word processor names the number of its note', '<p>字<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> 注</p>', '[1] 注'],
  ['an anchor stands at the beginning of its note', '<p>字<a href="#n">1</a></p><ul><li><span id="n"></span>注</li></ul>', '注'],
])('%s', (_, html, note) => {
  const content = tied(html);
  expect(notesOf(content)).toEqual([note]);
  expect([...content.querySelectorAll('[id^="jd-note"] a')].map((back) => back.hasAttribute('data-footnote'))).not.toContain(true);
});

test('several references lead to one note', () => {
  expect(notesOf(tied('<p>字<sup id="r1"><a href="#n">1</a></sup>句<sup id="r2"><a href="#n">1</a></sup></p><p id="n">注<a href="#r1">a</a><a href="#r2">b</a></p>'))).toEqual(['注ab', '注ab']);
});

test.each([
  ['a link in a sentence', '<p>见<a href="#n">本文最后一节的详细讨论</a></p><p id="n">注</p>'],
  ['a link to a heading', '<p>见<a href="#n">下</a></p><h2 id="n">注</h2>'],
  ['a link to another page', '<p>见<a href="https://example.com/b#n">1</a></p><p id="n">注</p>'],
  ['a link to nowhere', '<p>见<a href="#m">1</a></p><p id="n">注</p>'],
])('%s is no reference', (_, html) => {
  expect(tied(html).querySelector('[data-footnote], [id^="jd-"]')).toBeNull();
});

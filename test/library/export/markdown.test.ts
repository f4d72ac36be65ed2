import { describe, expect, test } from 'vitest';
import type { Highlight } from '../../../src/library/export/highlight-marks.ts';
import { toMarkdown } from '../../../src/library/export/markdown.ts';
import { makeItem } from './items.ts';

/** What stands under the head and the title. */
function bodyOf(contentHtml: string, highlights: Highlight[] = []): string {
  const text = toMarkdown(makeItem({ title: '题', contentHtml }, { highlights }), document);
  return text.slice(text.indexOf('# 题') + '# 题'.length).trim();
}

function highlight(exact: string, fields: Partial<Highlight> = {}): Highlight {
  return { exact, prefix: '', suffix: '', start: 0, note: '', ...fields };
}

describe('the head', () => {
  test('has what Obsidian reads, in quotes', () => {
    const item = makeItem({ title: '冷链：“下半场”', byline: '何田', publishedTime: '2024-03-18T20:00:00+08:00' }, { tags: ['冷链 物流', '#成本'] });
    expect(toMarkdown(item, document).split('\n\n')[0]).toBe([
      '---', 'title: "冷链：“下半场”"', 'author: "何田"', 'site: "产业手记"', 'published: 2024-03-18', 'url: "https://example.com/post/1"',
      'saved: 2024-03-19T08:05:09', 'tags:', '  - "冷链-物流"', '  - "成本"', '---',
    ].join('\n'));
  });

  test('tags are such as Obsidian takes, each once', () => {
    const tags = ['A&B', '2024', '[x]', 'a: b', '看/细', '#', 'x', '🧊'];
    expect(toMarkdown(makeItem({}, { tags }), document)).toContain('\ntags:\n  - "A-B"\n  - "_2024"\n  - "x"\n  - "a-b"\n  - "看/细"\n  - "🧊"\n---');
  });

  test('cannot be broken out of by a title, and leaves out what is unknown', () => {
    const item = makeItem({ title: 'a"\n---\nb: [c]\u0085', byline: '', siteName: '', publishedTime: '去年' });
    const head = toMarkdown(item, document).split('\n').slice(0, 5);
    expect(head).toEqual(['---', 'title: "a\\"\\n---\\nb: [c]\\u0085"', 'url: "https://example.com/post/1"', 'saved: 2024-03-19T08:05:09', '---']);
  });
});

describe('blocks', () => {
  test.each([
    ['paragraphs and headings', '<p>甲</p><h2 id="jd-section-1">乙</h2><h3>丙</h3><p>丁</p>', '甲\n\n## 乙\n\n### 丙\n\n丁'],
    ['a line’s end', '<p>甲<br>乙</p>', '甲  \n乙'],
    ['a quote of two paragraphs', '<blockquote><p>甲</p><p>乙</p></blockquote>', '> 甲\n>\n> 乙'],
    ['a nested list', '<ol><li>甲<ul><li>子</li><li>丑</li></ul></li><li>乙</li></ol>', '1. 甲\n   - 子\n   - 丑\n2. 乙'],
    ['a list that begins elsewhere', '<ol start="3"><li>甲</li></ol>', '3. 甲'],
    ['a list right inside a list', '<ul><li>甲</li><ul><li>乙</li></ul></ul>', '- 甲\n  - 乙'],
    ['text in a list beside its items', '<ul>甲<li>乙</li>\n</ul><ol>丙</ol>', '- 甲\n- 乙\n\n1. 丙'],
    ['an item of two paragraphs', '<ul><li><p>甲</p><p>乙</p></li></ul>', '- 甲\n\n  乙'],
    ['code with its language', '<pre data-language="python"><code>a = 1\n  b</code></pre>', '```python\na = 1\n  b\n```'],
    ['code that holds a fence', '<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
    ['code whose lines end as lines of text do', '<pre><code><span>for x:</span><br>&nbsp;&nbsp;y</code></pre>', '```\nfor x:\n  y\n```'],
    ['an item whose second paragraph is bold', '<ul><li><p>甲</p><p><b>乙</b></p></li></ul>', '- 甲\n\n  **乙**'],
    ['a rule', '<p>甲</p><hr><p>乙</p>', '甲\n\n* * *\n\n乙'],
    ['a picture with its caption', '<figure><img src="https://e.com/a.png" alt="图 1"><figcaption>图 1：温度</figcaption></figure>', '![图 1](https://e.com/a.png)  \n*图 1：温度*'],
    ['a picture whose address has brackets', '<figure><img src="https://e.com/a_(1).png" alt=""></figure>', '![](<https://e.com/a_(1).png>)'],
    ['a video', '<figure data-video="https://v.e.com/1"></figure>', '<https://v.e.com/1>'],
    ['a term and what it means', '<dl><dt>仓</dt><dd>放货的地方</dd></dl>', '**仓**\n\n- 放货的地方'],
    ['the place of a promotion', '<p>甲</p><div data-removal="0"></div><p>乙</p>', '甲\n\n乙'],
    ['loose text', '甲<p>乙</p>丙', '甲\n\n乙\n\n丙'],
    ['two lists in a row', '<ol><li>甲</li></ol><ol><li>乙</li></ol><ul><li>丙</li></ul><ul><li>丁</li></ul>', '1. 甲\n\n1) 乙\n\n- 丙\n\n* 丁'],
    ['a list inside a list that does not begin with 1', '<ul><li>甲<ol start="7"><li>乙</li></ol></li></ul>', '- 甲\n\n  7. 乙'],
    ['an item of two boxes', '<ul><li><div>甲</div><div>乙</div></li></ul>', '- 甲\n\n  乙'],
    ['a table with its caption in a figure', '<figure><table><tr><th>甲</th></tr><tr><td>1</td></tr></table><figcaption>表注</figcaption></figure>', '| 甲 |\n| --- |\n| 1 |\n\n*表注*'],
    ['code with its caption in a figure', '<figure><pre>a = 1</pre><figcaption>例</figcaption></figure>', '```\na = 1\n```\n\n*例*'],
    ['what somebody said, with the name under it', '<figure><blockquote>甲</blockquote><figcaption>何田</figcaption></figure>', '> 甲\n\n*何田*'],
    ['a paragraph beside a picture in its figure', '<figure><img src="https://e.com/a.png"><p>甲</p><figcaption>乙</figcaption></figure>', '![](https://e.com/a.png)\n\n甲\n\n*乙*'],
    ['pictures with a caption each in one figure', '<figure><figure><img src="https://e.com/a.png"><figcaption>甲</figcaption></figure><figure><img src="https://e.com/b.png"></figure><figcaption>乙</figcaption></figure>', '![](https://e.com/a.png)  \n*甲*\n\n![](https://e.com/b.png)\n\n*乙*'],
    ['a caption with emphasis of its own', '<figure><img src="https://e.com/a.png"><figcaption>图<em>甲</em>乙</figcaption></figure>', '![](https://e.com/a.png)  \n<em>图*甲*乙</em>'],
    ['a heading that ends in a number sign', '<h2>用 C #</h2>', '## 用 C \\#'],
  ])('%s', (_name, html, markdown) => {
    expect(bodyOf(html)).toBe(markdown);
  });

  test('a table, its caption, a line’s end and a pipe in a cell', () => {
    const table = '<table><caption>表 1</caption><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>a|b</td><td>一<br>二</td></tr></tbody></table>';
    expect(bodyOf(table)).toBe('表 1\n\n| 甲 | 乙 |\n| --- | --- |\n| a\\|b | 一<br>二 |');
  });

  test('in a cell items, lines of code and a table within stand under one another', () => {
    const cell = '<ul><li>甲</li><li>乙</li></ul><ol><li>丙</li></ol><pre>a\n  b</pre><table><tr><td>丁</td><td>戊</td></tr></table>';
    expect(bodyOf(`<table><tr><th>列</th></tr><tr><td>${cell}</td></tr></table>`)).toBe('| 列 |\n| --- |\n| • 甲<br>• 乙<br>1. 丙<br>`a`<br>` b`<br>丁 · 戊 |');
  });

  test('cells over several columns and rows keep the others in their columns', () => {
    const table = '<table><tr><th rowspan="2">甲</th><th colspan="2">乙</th></tr><tr><td>1</td><td>2</td></tr></table>';
    expect(bodyOf(table)).toBe('| 甲 | 乙 |  |\n| --- | --- | --- |\n|  | 1 | 2 |');
  });

  test('a span without end does not fill the memory', () => {
    expect(bodyOf('<table><tr><td colspan="99999999">甲</td></tr></table>').length).toBeLessThan(2000);
  });
});

describe('within a line', () => {
  test.each([
    ['emphasis', '<p>甲<strong>乙</strong>丙<em>丁</em><del>戊</del></p>', '甲**乙**丙*丁*~~戊~~'],
    ['bold that ends in punctuation before a letter', '<p><strong>重点。</strong>后文</p>', '<strong>重点。</strong>后文'],
    ['bold in quotation marks after a letter', '<p>所谓<b>“护城河”</b>在此</p>', '所谓<strong>“护城河”</strong>在此'],
    ['bold that is the whole line', '<p><strong>“重点。”</strong></p>', '**“重点。”**'],
    ['white space at the edges of bold', '<p>a<b> b </b>c</p>', 'a **b** c'],
    ['a link', '<p>见<a href="https://e.com/a b">此处</a></p>', '见[此处](https://e.com/a%20b)'],
    ['a link that shows its address', '<p><a href="https://e.com/a_b">https://e.com/a_b</a></p>', '<https://e.com/a_b>'],
    ['a bare address', '<p>见 https://e.com/a_b*c 一文</p>', '见 <https://e.com/a_b*c> 一文'],
    ['a link that leads nowhere in the article', '<p>一成<sup><a href="#fn1">[1]</a></sup>。</p>', '一成<sup>\\[1\\]</sup>。'],
    ['signs that mean nothing by themselves', '<p>20% 即 N = a，见 C# 与 # 号</p>', '20% 即 N = a，见 C# 与 # 号'],
    ['bold in pieces, as editors leave it', '<p><strong>一</strong><strong>、需求</strong><em>甲</em><i>乙</i></p>', '**一、需求**<em>甲乙</em>'],
    ['bold within bold', '<p><strong>甲<b>乙</b>丙</strong></p>', '**甲乙丙**'],
    ['bold in pieces, each in a box of its own', '<p><span><strong>一</strong></span><span><b>、需求</b></span></p>', '**一、需求**'],
    ['emphasis at both edges of bold', '<p><b><em>甲</em>乙<em>丙</em></b>', '<strong>*甲*乙*丙*</strong>'],
    ['bold of two lines with an empty one between', '<p><b>甲<br><br>乙</b></p>', '**甲  \n乙**'],
    ['bold beside a pictogram', '<p>见<b>🧊冷链</b>🧊<b>“温”</b></p>', '见<strong>🧊冷链</strong>🧊<strong>“温”</strong>'],
    ['bold in a link that leads nowhere', '<p>见<a href="#nowhere"><b>“图</b></a>”</p>', '见<strong>“图</strong>”'],
    ['what calls out before a link', '<p>看!<a href="https://e.com/">甲</a></p>', '看\\![甲](https://e.com/)'],
    ['a host without its scheme', '<p>www.a_b.com</p>', 'www\\.a\\_b.com'],
    ['code beside code', '<p><code>a</code><samp>b</samp></p>', '`ab`'],
    ['a sign of equality alone on its line', '<p>甲<br>=<br>乙</p>', '甲  \n\\=  \n乙'],
    ['what is quoted', '<p>他说<q>好</q></p>', '他说“好”'],
    ['code', '<p>用 <code>a`b</code></p>', '用 ``a`b``'],
    ['small raised and lowered letters', '<p>D<sup>−b</sup>T<sub>min</sub></p>', 'D<sup>−b</sup>T<sub>min</sub>'],
    ['a formula', '<p>即<span data-tex="a^2">a²</span></p>', '即$a^2$'],
    ['a reading above a word', '<p><ruby>净<rp>(</rp><rt>jìng</rt><rp>)</rp></ruby></p>', '净（jìng）'],
  ])('%s', (_name, html, markdown) => {
    expect(bodyOf(html)).toBe(markdown);
  });

  test('characters that mean something in Markdown or in Obsidian are only characters', () => {
    expect(bodyOf('<p>*a* _b_ [c] `d` #标签 $5 ~~ ==x== [[链]] &lt;b&gt; &amp;amp; \\ | ^e %%</p>'))
      .toBe('\\*a\\* \\_b\\_ \\[c\\] \\`d\\` \\#标签 \\$5 \\~\\~ \\=\\=x\\=\\= \\[\\[链\\]\\] \\<b\\> \\&amp; \\\\ \\| \\^e \\%\\%');
  });

  test.each([['1. 不是列表', '1\\. 不是列表'], ['- 也不是', '\\- 也不是'], ['--- ', '\\---'], ['+ 三', '\\+ 三'], ['# 四', '\\# 四'], ['2024 年', '2024 年']])('a line that begins %s', (text, markdown) => {
    expect(bodyOf(`<p>${text}</p>`)).toBe(markdown);
  });
});

describe('notes', () => {
  test('a footnote stands at the end, without its way back', () => {
    const html = '<p>一成<sup><a href="#jd-note-1">[1]</a></sup>。</p><ol><li id="jd-note-1">连续六十分钟。<a href="#jd-ref-1">↩</a></li></ol><p>尾</p>';
    expect(bodyOf(html)).toBe('一成[^1]。\n\n尾\n\n[^1]: 连续六十分钟。');
  });

  test('a link to a heading is no footnote', () => {
    expect(bodyOf('<p>见<a href="#jd-section-1">下文</a></p><h2 id="jd-section-1">下文</h2>')).toBe('见下文\n\n## 下文');
  });

  test('a highlight is marked between its neighbours, with its note', () => {
    const marked = bodyOf('<p>成本先降，成本再升，然后平。</p>', [highlight('成本', { prefix: '先降，', suffix: '再升', note: '何时？' })]);
    expect(marked).toBe('成本先降，==成本==[^note-1]再升，然后平。\n\n[^note-1]: 何时？');
  });

  test('where its neighbours changed, a highlight stands at the words nearest to its old place', () => {
    expect(bodyOf('<p>成本先降，成本再升，成本又平。</p>', [highlight('成本', { prefix: '旧', start: 6 })])).toBe('成本先降，==成本==再升，成本又平。');
  });

  test('a highlight across elements is marked in each, its note once', () => {
    const marked = bodyOf('<p>甲乙<strong>丙丁</strong>戊</p>', [highlight('乙丙', { note: '注' })]);
    expect(marked).toBe('甲==乙==**==丙==[^note-1]丁**戊\n\n[^note-1]: 注');
  });

  test('a highlight is found though the white space in it is another', () => {
    expect(bodyOf('<p>甲乙</p><p>丙  丁</p>', [highlight('乙\n丙 丁')])).toBe('甲==乙==\n\n==丙 丁==');
  });

  test('two highlights that overlap are marked once, each with its note', () => {
    const marked = bodyOf('<p>甲乙丙丁戊</p>', [highlight('乙丙丁', { note: '一' }), highlight('丙', { note: '二' })]);
    expect(marked).toBe('甲==乙丙[^note-2]丁==[^note-1]戊\n\n[^note-1]: 一\n\n[^note-2]: 二');
  });

  test('a highlight over two paragraphs leaves nothing between them', () => {
    expect(bodyOf('<p>甲乙</p>\n<p>丙丁</p>', [highlight('乙\n丙', { note: '注' })])).toBe('甲==乙==\n\n==丙==[^note-1]丁\n\n[^note-1]: 注');
  });

  test('a highlight over boxes within a line is one', () => {
    expect(bodyOf('<p>甲（<span>乙</span>）<span>丙</span>丁</p>', [highlight('甲（乙）丙')])).toBe('==甲（乙）丙==丁');
  });

  test('the note on words in a link stands behind the link', () => {
    expect(bodyOf('<p><a href="https://e.com/">甲乙</a>丙</p>', [highlight('甲', { note: '注' })])).toBe('[==甲==乙](https://e.com/)[^note-1]丙\n\n[^note-1]: 注');
  });

  test('a bracket behind a note is no address', () => {
    expect(bodyOf('<p>链(chain)</p>', [highlight('链', { note: '注' })])).toBe('==链==[^note-1]\\(chain)\n\n[^note-1]: 注');
  });

  test('a sign of equality beside a highlight is no part of its mark', () => {
    expect(bodyOf('<p>甲=乙=丙</p>', [highlight('乙')])).toBe('甲=<mark>乙</mark>=丙');
  });

  test('a highlight in code, where nothing can be marked, goes out as a quotation with its note', () => {
    expect(bodyOf('<pre>a = 1</pre>', [highlight('a = 1', { note: '为何？' })])).toBe('```\na = 1\n```\n\n> ==a = 1==\n\n为何？');
  });

  test('a highlight that ends on the sign of a footnote keeps its note', () => {
    const html = '<p>一成<sup><a href="#jd-note-1">[1]</a></sup></p><ol><li id="jd-note-1">源</li></ol>';
    expect(bodyOf(html, [highlight('成[1]', { note: '注' })])).toBe('一==成==[^note-1][^1]\n\n[^1]: 源\n\n[^note-1]: 注');
  });

  test('a note keeps its lines, and none of them means anything', () => {
    expect(bodyOf('<p>甲</p>', [highlight('甲', { note: '# 一\n\n- **二**\n---' })])).toBe('==甲==[^note-1]\n\n[^note-1]: \\# 一  \n    \\- \\*\\*二\\*\\*  \n    \\---');
  });

  test('a highlight whose words are gone goes out all the same', () => {
    expect(bodyOf('<p>甲</p>', [highlight('旧文', { note: '旧注' })])).toBe('甲\n\n> ==旧文==\n\n旧注');
  });

  test('where the text comes from stands last', () => {
    const item = makeItem({ provenance: [{ kind: 'source', text: '来源：产业手记' }, { kind: 'editor', text: '1. 责编：白' }] });
    expect(toMarkdown(item, document)).toMatch(/\n\n\* \* \*\n\n来源：产业手记 {2}\n1\\. 责编：白\n$/);
  });
});

test('hostile markup goes out as its text alone', () => {
  expect(bodyOf('<p onclick="x()">甲<script>alert(1)</script><a href="javascript:alert(1)">乙</a><img src="data:text/html,x" alt="丙"></p>')).toBe('甲乙');
});

test.each([
  ['a formula', '<p><span data-tex="a<b ` \n[x](javascript:y)">x</span><code>&lt;i&gt;</code></p>', '$a< b ‘ [x] (javascript:y)$`<i>`'],
  ['the address of a video', '<figure data-video="https://v.e.com/1>&lt;img src=x onerror=y>"></figure>', '<https://v.e.com/1%3E%3Cimg%20src=x%20onerror=y%3E>'],
  ['an address with a backtick', '<p><a href="https://e.com/?`">甲</a><code>&lt;img&gt;</code></p>', '[甲](https://e.com/?%60)`<img>`'],
  ['an address that is its own words, with a backtick', '<p><a href="https://e.com/?`">https://e.com/?`</a></p>', '[https://e.com/?\\`](https://e.com/?%60)'],
  ['a pipe in the code of a cell', '<table><tr><td><code>a|b\\|&lt;img&gt;</code></td></tr></table>', '| `a\\|b\\|<img>` |\n| --- |'],
  ['a line’s end at the beginning of a note', '<p><sup><br>&lt;img&gt;</sup></p>', '<sup>\\<img\\></sup>'],
])('%s brings no markup of its own', (_name, html, markdown) => {
  expect(bodyOf(html)).toBe(markdown);
});

test('a title brings no markup into the head', () => {
  const head = toMarkdown(makeItem({ title: '甲 <img src=x onerror=y> [a](javascript:y)' }), document).split('\n')[1];
  expect(head).toBe('title: "甲 \\u003cimg src=x onerror=y> [a\\u005d(javascript:y)"');
});

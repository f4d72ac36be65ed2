import type { Article, OutlineEntry } from '../../src/article/article.ts';

const outline: OutlineEntry[] = [
  { id: 'jd-h-1', text: '一、账从哪里来', depth: 1 },
  { id: 'jd-h-2', text: '（一）谁在付', depth: 2 },
  { id: 'jd-h-3', text: '二、钱往哪里去', depth: 1 },
];

const contentHtml = `
  <blockquote data-standfirst><p>导语说的是这笔账。</p></blockquote>
  <p>开头的一段话。</p>
  <h2 id="jd-h-1">一、账从哪里来</h2><p>${'账'.repeat(400)}</p>
  <h3 id="jd-h-2">（一）谁在付</h3><p>${'付'.repeat(400)}</p>
  <h2 id="jd-h-3">二、钱往哪里去</h2><p>${'钱'.repeat(80)}</p>`;

const textContent = [
  '导语说的是这笔账。', '开头的一段话。',
  '一、账从哪里来', '账'.repeat(400), '（一）谁在付', '付'.repeat(400), '二、钱往哪里去', '钱'.repeat(80),
].join('\n');

/** A small article with two levels of headings; what a test is about it says itself. */
export function sampleArticle(overrides: Partial<Article> = {}): Article {
  return {
    url: 'https://example.com/post/1', title: '一笔账的来去', byline: '林述', siteName: '账本周刊', publishedTime: '2024-03-18T23:30:00+08:00',
    lang: 'zh-CN', dir: '', standfirst: '导语说的是这笔账。', excerpt: '开头的一段话。', leadImage: '', length: 920,
    contentHtml, textContent, outline, provenance: [], removals: [],
    completeness: { characters: { kept: 3912, found: 3912 }, images: { kept: 6, found: 6 }, headings: { kept: 3, found: 3 } },
    nextPage: '', ...overrides,
  };
}

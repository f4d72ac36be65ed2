import type { Article } from '../../src/article/article.ts';

/** An article for the library's tests, with whatever fields matter to one of them. */
export function makeArticle(fields: Partial<Article> = {}): Article {
  return {
    url: 'https://example.com/post/1',
    title: '冷链物流的下半场',
    byline: '何田',
    siteName: '产业手记',
    publishedTime: '2024-03-18',
    lang: 'zh-CN',
    dir: '',
    standfirst: '',
    excerpt: '仓库建好之后，真正的成本才开始显现。',
    leadImage: '',
    length: 40,
    contentHtml: '<p>仓库建好之后，真正的成本才开始显现。</p>',
    textContent: '仓库建好之后，真正的成本才开始显现。\n谁能把空驶率降下来，谁就有利润。',
    outline: [{ id: 's1', text: '空驶率', depth: 1 }],
    provenance: [{ kind: 'source', text: '来源：产业手记' }],
    removals: [{ id: 0, step: 'lines', reason: 'reward-call', group: 'reward', text: '打赏', html: '' }],
    completeness: { characters: { kept: 40, found: 40 }, images: { kept: 0, found: 0 }, headings: { kept: 1, found: 1 } },
    nextPage: '',
    ...fields,
  };
}

// @ts-check

/** @typedef {{ host: string, slug: string }} Site */

const title = '一家小店怎样决定明天进多少货';
const paragraphs = [
  '这是一页样子：请按这家网站真实的结构改写它，标签、类名与层次照原样保留，文字用自己的话写。',
  '小店的老板每天傍晚都要估一个数字：明天进多少货。进多了会剩，进少了就断，两样都要花钱。',
  '他的办法是把过去四周的同一天放在一起看，去掉最高的一天和最低的一天，再看看天气。',
  '一年下来，剩货少了三成，断货的日子却没有变多，这个笨办法比买来的软件还要准一些。',
];
const heading = '四个星期的同一天';
const clutter = ['首页频道', '猜你喜欢的另一篇'];

/**
 * The rule as it stands in the table: the selectors are those of the skeleton's page, to be replaced by the site's own.
 *
 * @param {Site} site
 */
export function ruleText({ host, slug }) {
  return `  {
    host: '${host}',
    content: ['.article-content'],
    remove: ['.share-box'],
    title: ['.article-title'],
    byline: ['.article-author'],
    time: ['.article-time'],
    siteName: '${host}',
    why: 'Replace this sentence: say what in the structure of its pages the selectors rely on.',
    fixture: '${slug}',
  },
`;
}

/** A page in the shape that the rule expects. @param {Site} site */
export function pageText({ host }) {
  const [first, ...rest] = paragraphs.map((text) => `<p>${text}</p>`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${title} - ${host}</title></head>
<body>
<div class="site-nav"><a href="/">${clutter[0]}</a></div>
<div class="article-page">
<h1 class="article-title">${title}</h1>
<div class="article-meta"><span class="article-author">林一禾</span><span class="article-time">2024-03-05 09:30</span></div>
<div class="article-content">
${first}
<h2>${heading}</h2>
${rest.join('\n')}
<div class="share-box"><a href="#">分享</a></div>
</div>
</div>
<div class="recommend"><a href="/2">${clutter[1]}</a></div>
</body>
</html>
`;
}

/** What a person says that the page's article is. @param {Site} site */
export function expectedText({ host }) {
  const expected = {
    url: `https://${host}/article/1.html`,
    why: 'Replace this sentence: say what is difficult about this page.',
    readerable: true,
    title,
    byline: '林一禾',
    siteName: host,
    publishedTime: '2024-03-05',
    outline: [{ text: heading, depth: 1 }],
    body: [paragraphs[0], heading, ...paragraphs.slice(1)],
    images: [],
    gone: clutter,
    provenance: [],
  };
  return `${JSON.stringify(expected, null, 2)}\n`;
}

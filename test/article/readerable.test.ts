// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isReaderable } from '../../src/article/readerable.ts';
import { article, day, headline, page, paragraphs, say, times } from '../detector/pages.ts';

type Case = [name: string, document: () => Document];

const comments = (count: number): string =>
  times(count, (index) => `<div class="c-item"><a href="/u/${index}">网友${index}</a> <span>${day(index)} 12:30</span><div>${say(1, index)}</div></div>`);

const articles: Case[] = [
  ['paragraphs of 40 to 120 characters', () => article(`<div class="content">${paragraphs(10)}</div>`)],
  ['one-sentence paragraphs, as on a phone', () => article(`<div>${paragraphs(14, 1)}</div>`)],
  ['a body of sections and spans', () => article(`<div>${times(8, (i) => `<section><section><span>${say(2, i)}</span></section></section>`)}</div>`)],
  ['a body of divs', () => article(`<div class="text">${times(8, (i) => `<div>${say(2, i)}</div>`)}</div>`)],
  ['text straight in a div, parted by <br><br>', () => article(`<div class="text">${times(8, (i) => `${say(2, i)}<br><br>`)}</div>`)],
  [
    'a body that is hidden until scripts ran',
    () => article(`<div id="js_content" style="visibility: hidden; opacity: 0">${times(6, (i) => `<section style="margin:0"><p><span>${say(2, i)}</span></p></section>`)}</div>`),
  ],
  ['a layout of tables', () => page(`<table><tr><td>${times(6, (i) => `<a href="/${i}">${headline(i)}</a><br>`)}</td><td><h2>${headline()}</h2>${paragraphs(6)}</td></tr></table>`)],
  ['sentences broken into many spans', () => article(`<div>${times(8, (i) => `<p>${say(3, i).replace(/[^，。]+[，。]/g, (part) => `<span>${part}</span>`)}</p>`)}</div>`)],
  ['sections, each with its heading', () => article(times(5, (i) => `<section class="part"><h2>${i + 1}、${headline(i)}</h2>${paragraphs(3)}</section>`))],
  ['an interview with questions in bold', () => article(`<div>${times(7, (i) => `<p><strong>问：${say(1, i)}</strong></p><p>答：${say(2, i + 1)}</p>`)}</div>`)],
  ['a listicle, whose points are sentences', () => article(`<div><p>${say(2)}</p><ol>${times(8, (i) => `<li>${say(2, i)}</li>`)}</ol></div>`)],
  ['a story in very short paragraphs', () => article(`<div>${times(24, (i) => `<p>${say(1, i).slice(0, 12)}，他没有说话。</p>`)}</div>`)],
  ['a recipe with ingredients and steps', () =>
    article(`<p>${say(3)}</p><h2>食材</h2><ul>${times(6, (i) => `<li>面粉 ${i}00 克</li>`)}</ul><h2>做法</h2><ol>${times(6, (i) => `<li>第${i + 1}步，把面团放在温暖的地方，盖上湿布，等它慢慢发起来。</li>`)}</ol>`, { title: '冬天里的一锅红枣发糕_示例站' })],
  ['a flash of news of 150 characters, under its own title', () => article(`<div class="flash"><p>${say(4)}</p></div>`)],
  ['a flash of news whose title no heading marks', () => page(`<div class="t1">${headline()}</div><div><p>${say(4)}</p></div>`)],
  ['a short notice of an office', () => article(`<div><p>各有关单位：</p><p>${say(2)}</p><p>${say(2, 2)}</p><p>特此通知。</p><p>某某局办公室</p></div>`, { title: '关于开展冷链仓储安全检查工作的通知_示例站' })],
  ['the free part of an article behind a paywall', () => article(`<div>${paragraphs(2, 2)}</div><div class="paywall"><button>订阅后阅读全文</button></div>`)],
  ['a page of documentation in prose', () => article(times(4, (i) => `<h2>配置 ${i}</h2><p>${say(3, i)}</p><pre>set option ${i};\nrun --now;</pre>`), { title: '安装与配置入门指南_示例站' })],
  ['a weekly letter of several items in one text: one author, one date', () => article(`<div>${times(6, (i) => `<p>${i + 1}、<a href="https://else.example/${i}">${headline(i)}</a></p><p>${say(2, i)}</p>`)}</div>`)],
  ['an article with forty comments in boxes named so', () => article(`<div>${paragraphs(6)}</div><div class="comment-list">${comments(40)}</div>`)],
  ['an article with twenty comments in boxes of any name', () => article(`<div>${paragraphs(8)}</div><div class="talk">${comments(20)}</div>`)],
  [
    'an article with a column of dated excerpts beside it',
    () => article(`<div>${paragraphs(7)}</div><div class="more">${times(8, (i) => `<div class="card"><h4><a href="/a/${i}">${headline(i)}</a></h4><p>${say(2, i)}</p><span>${day(i)}</span></div>`)}</div>`),
  ],
  ['an article and its related excerpts in rows of one name', () => page(`<div class="row"><h1>${headline()}</h1><span>${day()}</span>${paragraphs(10)}</div><div class="row"><a href="/a/2">${headline(2)}</a><span>${day(2)}</span><p>${say(1)}</p></div>`)],
  ['an article in the form that some servers put round the whole page', () => page(`<form id="aspnetForm"><h1>${headline()}</h1><div>${paragraphs(6)}</div></form>`)],
  ['an article that has no heading and no matching title', () => page(`<div>${paragraphs(8)}</div>`, { title: '' })],
  ['an essay on a site of one page', () => page(`<h1>${headline()}</h1>${paragraphs(16, 3)}`, { url: 'https://one.example/' })],
  ['an essay in a forum: read like an article, whatever the address says', () => page(`<h1>${headline()}</h1><div>${paragraphs(16, 3)}</div>`, { url: 'https://bbs.example.com/thread/8' })],
  ['a timeline: years over paragraphs are no dates of posts', () => article(times(6, (i) => `<section class="node"><h3>201${i}年</h3><p>${say(2, i)}</p></section>`))],
  ['an article in English', () => article(`<div>${paragraphs(8, 3, 'en')}</div>`, { title: 'What the cold chain really costs_Example' })],
  ['an article in Japanese', () => article(`<div>${paragraphs(8, 3, 'ja')}</div>`)],
  ['an article in Korean', () => article(`<div>${paragraphs(8, 3, 'ko')}</div>`)],
  ['an article in Arabic', () => article(`<div dir="rtl">${paragraphs(8, 3, 'ar')}</div>`)],
];

const otherPages: Case[] = [
  ['the home page of a newspaper', () => page(times(5, (i) => `<div class="block"><h2>栏目${i}</h2><ul>${times(10, (j) => `<li><a href="/a/${i}${j}">${headline(i + j)}，${headline(j)}</a></li>`)}</ul></div>`), { url: 'https://news.example/' })],
  ['a column with excerpts and dates', () => page(`<div class="list">${times(12, (i) => `<div class="item"><h3><a href="/a/${i}">${headline(i)}</a></h3><p>${say(2, i)}</p><span>${day(i)}</span></div>`)}</div>`)],
  ['a column with excerpts and no dates', () => page(`<ul>${times(12, (i) => `<li><a href="/a/${i}"><h3>${headline(i)}</h3></a><p>${say(2, i)}</p></li>`)}</ul>`)],
  ['a column whose excerpts end in 阅读全文', () => page(`<div>${times(10, (i) => `<div class="post"><h3>${headline(i)}</h3><p>${say(2, i)}</p><a href="/a/${i}">阅读全文</a></div>`)}</div>`)],
  ['a column laid flat, heading and excerpt in turn', () => page(`<div>${times(10, (i) => `<h2><a href="/a/${i}">${headline(i)}</a></h2><p>${say(2, i)}</p>`)}</div>`)],
  ['cards that are links as a whole', () => page(`<div>${times(12, (i) => `<a href="/a/${i}"><div class="card"><h3>${headline(i)}</h3><p>${say(2, i)}</p></div></a>`)}</div>`)],
  ['a blog index with every post in full', () => page(`<main>${times(5, (i) => `<article class="post-${i}"><h2><a href="/a/${i}">${headline(i)}</a></h2><div class="meta">${day(i)}</div>${paragraphs(12)}</article>`)}</main>`)],
  ['a stream of news flashes with their times', () => page(`<div class="flow">${times(15, (i) => `<div class="flash"><span>1${i % 10}:30</span><h3>${headline(i)}</h3><p>${say(3, i)}</p></div>`)}</div>`)],
  ['a live blog: timed entries, read as a stream and not as one text', () => page(`<h1>${headline()}</h1><p>${say(1)}</p><div>${times(14, (i) => `<div class="entry"><time>1${i % 10}:05</time><p>${say(3, i)}</p></div>`)}</div>`)],
  ['an archive', () => page(times(3, (i) => `<h2>202${i}</h2><ul>${times(15, (j) => `<li><span>${day(j)}</span> <a href="/a/${i}${j}">${headline(j)}</a></li>`)}</ul>`))],
  ['a cloud of tags', () => page(`<div>${times(60, (i) => `<a href="/tag/${i}">标签${i}</a> `)}</div>`, { title: '标签' })],
  ['the results of a search', () => page(`<div>${times(10, (i) => `<div class="result"><h3><a href="/a/${i}">${headline(i)}</a></h3><div>${day(i)} ${say(2, i)}</div></div>`)}</div>`, { url: 'https://site.example/search?q=冷链' })],
  ['a forum thread of like posts', () => page(`<h1>${headline()}</h1><div id="postlist">${times(10, (i) => `<div id="post_${i}"><table><tr><td><a href="/u/${i}">用户${i}</a></td><td><em>发表于 ${day(i)} 10:2${i}</em><div>${say(3, i)}</div></td></tr></table></div>`)}</div>`)],
  ['a forum thread of tables', () => page(`<h1>${headline()}</h1>${times(6, (i) => `<table class="t"><tr><td><a href="/u/${i}">用户${i}</a></td><td><span>${day(i)} 09:15</span><br>${say(4, i)}</td></tr></table>`)}`)],
  ['a question and its answers', () => page(`<h1>${headline()}</h1><div>${times(6, (i) => `<div class="answer"><a href="/u/${i}">答主${i}</a>${paragraphs(5)}<span>编辑于 ${day(i)}</span></div>`)}</div>`)],
  ['a short question that nobody has answered', () => page(`<h1>${headline()}</h1><div>${paragraphs(3)}</div><button>写回答</button>`, { url: 'https://site.example/question/88' })],
  ['a wall of comments', () => page(`<h1>${headline()} 短评</h1><div>${comments(30)}</div>`)],
  ['a social profile', () => page(`<h1>林一的主页</h1><p>${say(1)}</p>${times(12, (i) => `<div class="tweet"><a href="/u/1">林一</a> <span>${i + 1}小时前</span><p>${say(2, i)}</p></div>`)}`, { title: '林一的主页' })],
  ['a shop: one price over a description', () => page(`<h1>${headline()}</h1><div class="price">￥698</div><button>加入购物车</button><div>${paragraphs(4)}</div>`)],
  ['a shop that says so in its metadata', () => page(`<h1>${headline()}</h1><div>${paragraphs(4)}</div>`, { head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"x"}</script>' })],
  ['a course with its syllabus', () => page(`<h1>九十天读懂供应链课程</h1><div class="price">￥1980</div><p>${say(2)}</p><ol>${times(12, (i) => `<li>第${i + 1}周 ${headline(i)}，练习</li>`)}</ol>`, { title: '九十天读懂供应链课程_示例站' })],
  ['a film with a long description', () => page(`<h1>${headline()}</h1><video src="x.mp4"></video><div class="desc">${paragraphs(4)}</div>`, { head: '<meta property="og:type" content="video.other">' })],
  ['a gallery with captions', () => page(`<h1>${headline()}</h1>${times(12, (i) => `<figure><img src="${i}.jpg"><figcaption>${say(1, i)}</figcaption></figure>`)}`)],
  ['a login page', () => page(`<form><h2>账号登录</h2><input name="a"><input type="password"><p>登录即表示同意用户协议和隐私政策，未注册的号码会自动注册。</p></form>`, { title: '登录' })],
  ['a company home page of short claims', () => page(times(5, (i) => `<section><h2>我们的能力${i}</h2><p>${say(1, i)}</p></section>`), { url: 'https://firm.example/', title: '某某公司' })],
  ['a landing page of a cookie notice and links', () => page(`<div class="cookie-banner">${paragraphs(5)}</div><ul>${times(20, (i) => `<li><a href="/${i}">${headline(i)}</a></li>`)}</ul>`)],
  ['an index of an interface with one line each', () => page(`<h1>接口索引</h1><dl>${times(40, (i) => `<dt><a href="#f${i}">method${i}()</a></dt><dd>返回第${i}项</dd>`)}</dl>`, { title: '接口索引' })],
  ['a page of scripts only', () => page(`<div id="app"></div><script>${say(30)}</script><noscript>${say(10)}</noscript>`)],
];

describe('isReaderable', () => {
  it.each(articles)('sees an article: %s', (_name, build) => {
    expect(isReaderable(build())).toBe(true);
  });

  it.each(otherPages)('sees no article: %s', (_name, build) => {
    expect(isReaderable(build())).toBe(false);
  });
});

describe('isReaderable on documents out of the ordinary', () => {
  const parse = (text: string, type: DOMParserSupportedType): Document => new new JSDOM('').window.DOMParser().parseFromString(text, type);

  it('says no to an SVG document, however much text it holds', () => {
    expect(isReaderable(parse(`<svg xmlns="http://www.w3.org/2000/svg"><text>${say(40)}</text></svg>`, 'image/svg+xml'))).toBe(false);
  });

  it('reads XHTML as it reads HTML', () => {
    const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${headline()}</title></head><body><h1>${headline()}</h1>${paragraphs(8)}</body></html>`;
    expect(isReaderable(parse(xhtml, 'application/xhtml+xml'))).toBe(true);
  });

  it('says no to a document without a body or without anything', () => {
    const bare = page('');
    bare.body.remove();
    expect(isReaderable(bare)).toBe(false);
    bare.documentElement.remove();
    expect(isReaderable(bare)).toBe(false);
  });

  it.each(['parentElement', 'localName', 'getAttribute', 'childNodes', 'nextElementSibling', 'textContent', 'querySelectorAll', 'compareDocumentPosition', 'tagName'])(
    'is not misled by a field named %s',
    (name) => {
      expect(isReaderable(page(`<form><input name="${name}"><h1>${headline()}</h1><div>${paragraphs(4)}</div></form>`))).toBe(true);
    },
  );

  it.each(['createTreeWalker', 'documentElement', 'querySelectorAll', 'title', 'URL'])('is not misled by a picture named %s', (name) => {
    expect(isReaderable(page(`<img name="${name}"><h1>${headline()}</h1><div>${paragraphs(4)}</div>`))).toBe(true);
  });

  // jsdom takes seconds to build such a page.
  it('reads text 5,000 levels deep', { timeout: 60_000 }, () => {
    const deep = page(`<h1>${headline()}</h1>`);
    let innermost: Element = deep.body;
    for (let depth = 0; depth < 5_000; depth++) innermost = innermost.appendChild(deep.createElement('div'));
    for (let index = 0; index < 8; index++) innermost.appendChild(deep.createElement('p')).append(say(2, index));
    expect(isReaderable(deep)).toBe(true);
  });

  it('leaves the page as it was', () => {
    const document = article(`<div>${paragraphs(6)}</div>`);
    const before = document.documentElement.outerHTML;
    isReaderable(document);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

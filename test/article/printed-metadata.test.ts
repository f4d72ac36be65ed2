import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { extract } from '../../src/article/extract.ts';

const paragraphs = Array.from({ length: 6 }, (_, i) => `<p>Paragraph ${i} tells how the cold store by the harbour lost its last tenant, and what the town did with the empty hall afterwards.</p>`).join('');

function read(beside: string, lang = 'en'): Article {
  const page = `<html lang="${lang}"><head><title>The empty hall</title></head><body><div><h1>The empty hall</h1>${beside}<div>${paragraphs}</div></div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' });
  if (!article) throw new Error('no article');
  return article;
}

it.each([
  ['By Nathan Reed<br>March 25, 2015', 'Nathan Reed'],
  ['Von Anna van der Berg, Hamburg', 'Anna van der Berg'],
  ['Par Claire Dumont et Luc Petit', 'Claire Dumont'],
  ['Por José de la Cruz | Madrid', 'José de la Cruz'],
  ['Written by Ada Quist', 'Ada Quist'],
  ['بقلم: سامي الخطيب', 'سامي الخطيب'],
  ['文：山田花子', '山田花子'],
  ['김민수 기자', '김민수'],
  ['由 周渡 发布于 2024-03-18', '周渡'],
  ['林述 / 2024-03-18', '林述'],
  ['<a href="/users/77">林间路</a> <span>关注</span>', '林间路'],
  ['<a href="https://paper.example/author/ada-quist">Ada Quist</a>', 'Ada Quist'],
  ['<a href="/news/harbour">Harbour</a>', ''],
  ['<span>编辑于 2024-03-18 22:13</span>', ''],
  ['<span>近日，负责人回答了记者的提问。</span>', ''],
  ['By Griffin McIvory on June 26, 2014', 'Griffin McIvory'],
  ['By Dan Godwin - 2014', 'Dan Godwin'],
  ['Text: Anna Berg, Hamburg', 'Anna Berg'],
  ['Text Size Email This', ''],
  ['By Ada Quay Tuesday, Aug. 17, 2010', 'Ada Quay'],
  ['<p class="byline">By <a class="author fn" href="/team/ada">Ada Quist</a> <script>var kode = "' + 'x'.repeat(400) + '";</script></p>', 'Ada Quist'],
  ['<div class="author"><h4>Ada Quist</h4><a href="/users/ada">Profile</a></div>', 'Ada Quist'],
  ['<div class="byline"><div>Promoted by</div></div>', ''],
  ['<div class="author"><a href="/fans">Become a Fan</a></div>', ''],
  ['<div><span>更新时间</span> <span>2012年12月10日, 格林尼治标准时间10:41</span></div>', ''],
  ['<p>기사입력 <span class="date">2013-10-24 03:00:00</span></p>', ''],
  ['<div><span>Last updated</span> <span>2012-12-10 10:41</span></div>', ''],
  ['<p class="source">(Bild: Hersteller)</p>', ''],
  ['<p class="source-org"><span>| Quay Wire</span></p>', 'Quay Wire'],
])('reads the name in «%s»', (line, byline) => {
  expect(read(`<div>${line}</div>`).byline).toBe(byline);
});

it.each([
  ['18 maart 2024', '2024-03-18'],
  ['18 września 2024', '2024-09-18'],
  ['18 Ağustos 2024', '2024-08-18'],
  ['18 Agustus 2024', '2024-08-18'],
  ['18 серпня 2024', '2024-08-18'],
  ['18 مارس 2024', '2024-03-18'],
  ['١٨ مارس ٢٠٢٤', '2024-03-18'],
  ['2024년 3월 18일', '2024-03-18'],
  ['18/03/2024', '2024-03-18'],
  ['03/18/2024', '2024-03-18'],
  ['03/04/2024', ''],
])('reads the date in «%s»', (line, day) => {
  expect(read(`<div>${line}</div>`).publishedTime).toBe(day);
});

it.each([
  ['<span class="publish-time" data-publishtime="1710755420000">3/18</span>', 'https://paper.example/a', '2024-03-18'],
  ['', 'https://paper.example/2024/POLITICS/03/18/hall/index.html', '2024-03-18'],
  ['<meta name="publish_date" content="Mon, 18 Mar 2024 07:15:45 EST">', 'https://paper.example/a', '2024-03-18'],
])('reads the date in «%s» of %s', (beside, url, day) => {
  const page = `<html><head><title>The empty hall</title></head><body><div><h1>The empty hall</h1>${beside}<div>${paragraphs}</div></div></body></html>`;
  expect(extract(new JSDOM(page).window.document, { url })?.publishedTime.slice(0, 10)).toBe(day);
});

it.each([
  ['The empty hall. The cold store by the harbour', 'The empty hall. The old store by the quay?', 'The empty hall. The old store by the quay?'],
  ['The empty hall and what the town did with it', 'Harbour Post', 'The empty hall and what the town did with it'],
])('a document called «%s» under the only first heading «%s» is called «%s»', (title, h1, expected) => {
  const page = `<html><head><title>${title}</title></head><body><div><h1>${h1}</h1><div>${paragraphs}</div></div></body></html>`;
  expect(extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.title).toBe(expected);
});

it('finds a title that nothing marks as one', () => {
  const page = `<html><head><title>冷库里的夜班</title></head><body><div class="q7"><div class="k2">冷库里的夜班</div><div><p>林述</p><span>2024-03-18 17:40</span></div><div>${'<div><span>夜里两点，叉车还在跑，温度计停在零下十八度，谁也不愿意先去敲那扇门。</span></div>'.repeat(8)}</div></div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/2024/1105/a' });
  expect([article?.title, article?.byline, article?.publishedTime.slice(0, 10)]).toEqual(['冷库里的夜班', '林述', '2024-03-18']);
});

function readChinese({ head = '<title>冷库里的夜班_港口观察</title>', beside = '', tail = '', first = '' }): Article {
  const page = `<html lang="zh"><head>${head}</head><body><div><h1>冷库里的夜班</h1>${beside}<div><p>${first}夜里两点，叉车还在跑，温度计停在零下十八度，谁也不愿意先去敲那扇门。</p>${'<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(6)}${tail}</div></div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' });
  if (!article) throw new Error('no article');
  return article;
}

it.each([
  ['<p>来源于：港口办事处</p>', '港口办事处'],
  ['<p>作者：未知 责任编辑：周序</p>', ''],
  ['<div><span>2024-03-18 17:40</span> <a href="https://wire.example/1">渔业时报网</a></div>', '渔业时报网'],
  ['<div><span>2024-03-18 17:40</span> <a href="/print">打印</a></div>', ''],
  ['<div><span>2024-03-18 17:40</span> <a href="/c/1">行业新闻</a></div>', ''],
])('reads the outlet in «%s»', (beside, byline) => {
  expect(readChinese({ beside }).byline).toBe(byline);
});

it('reads the outlet and the day that an authority keeps in its metadata', () => {
  const head = '<title>冷库里的夜班_港口观察</title><meta name="ContentSource" content="渔业时报"><meta name="firstpublishedtime" content="2007-08-20-23:59:59">';
  const { byline, publishedTime } = readChinese({ head });
  expect([byline, publishedTime]).toEqual(['渔业时报', '2007-08-20']);
});

it('takes the site for the author only where nothing else is named', () => {
  const head = '<title>冷库里的夜班_港口观察网</title><meta name="author" content="港口观察网">';
  expect([readChinese({ head, beside: '<p>来源：渔业时报</p>' }).byline, readChinese({ head }).byline]).toEqual(['渔业时报', '港口观察网']);
});

it.each([
  ['港口社东岸3月18日电（记者周渡）', '', '周渡'],
  ['', '<p>天亮的时候，最后一车海虾到了，门口的电话响了三声，没有人去接。（文/图 周渡 林述）</p>', '周渡 林述'],
  ['', '<p>天亮的时候，最后一车海虾到了，门口的电话响了三声，没有人去接。（通讯员 周渡）</p>', '周渡'],
  ['', '<p>天亮的时候，最后一车海虾到了，他说这叫“过夜”（记者注：指隔夜的货）。</p>', ''],
])('reads the reporter whom the text itself names: «%s» «%s»', (first, tail, byline) => {
  expect(readChinese({ first, tail }).byline).toBe(byline);
});

it('takes the heading above the date for the title where the document only names its section', () => {
  const page = `<html><head><title>工作动态--港口学会官网</title></head><body><div><h3>首页 - 工作动态</h3></div><div><div><h5>港口学会二〇二四年冷藏年会在东岸举行</h5><div><b>发布时间：2024-03-18</b> <i>来源：港口学会</i></div><div>${'<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(6)}</div></div><div><h4><b>排行榜</b></h4><a href="/1"><p>渔业协会换届</p></a></div></div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' });
  expect([article?.title, article?.byline, article?.publishedTime]).toEqual(['港口学会二〇二四年冷藏年会在东岸举行', '港口学会', '2024-03-18']);
});

it('finds a title behind which the document names tags and the site', () => {
  const page = `<html><head><title>冷库里的夜班为什么没有人愿意上-港口,夜班,冷链 ——渔业科技(港口旗下媒体)--记录改变</title></head><body><div class="n_bt" id="subject">冷库里的夜班为什么没有人愿意上</div><div class="n_bt1"><div>2024-03-18 20:58:46&nbsp;&nbsp;出处：渔业科技 作者：<a href="/w/1">林述</a> 编辑：林述&nbsp;&nbsp;人气： <em>4312</em> 次</div></div><div class="n_info">${'<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(6)}</div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' });
  expect([article?.title, article?.byline, article?.publishedTime]).toEqual(['冷库里的夜班为什么没有人愿意上', '林述', '2024-03-18T20:58:46']);
});

it('takes the day of the line above the text where nothing else has one', () => {
  const page = `<html><head><title>夜班</title></head><body><div>${'<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(6).replace('<p>', '<p>渔业科技 2024-03-18 20:58</p><p>')}</div></body></html>`;
  expect(extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.publishedTime).toBe('2024-03-18T20:58:00');
});

it('takes the line of the reporters off the head of the text', () => {
  const page = `<html lang="zh"><head><title>冷库里的夜班</title></head><body><div><h1>冷库里的夜班</h1><div><p><strong>港口新闻记者 周渡 林述</strong></p>${'<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(6)}</div></div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' });
  expect([article?.byline, article?.outline, article?.textContent.includes('周渡')]).toEqual(['周渡 林述', [], false]);
});

it('keeps the name in a byline apart from the place and the day beside it', () => {
  expect(read('<div class="article_byline"><a href="/autor/jose">José de la Cruz</a><span>Vigo - 07 May 2018 - 19:44 CEST</span></div>').byline).toBe('José de la Cruz');
});

it('keeps a subtitle that has no stop', () => {
  const article = read('<h2 class="subtitle">The town will keep greens beside the fish and the owner fears the bill</h2>');
  expect(article.textContent).toContain('the owner fears the bill');
});

it('keeps a title of few words, whatever is dated below', () => {
  const prose = '<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(3);
  const page = `<html><head><title>夜班的人 - 港口观察</title></head><body><div><h2>夜班的人</h2><p>2024-03-18</p>${prose}<h3>最后一车海虾到了的那个晚上</h3><p>2023年11月2日，门口的电话响了三声。</p>${prose}</div></body></html>`;
  expect(extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.title).toBe('夜班的人');
});

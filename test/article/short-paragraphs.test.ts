import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';

const sentences = ['夜里两点，叉车还在跑。', '温度计停在零下十八度。', '谁也不愿意先去敲那扇门。', '门口的电话响了三声，没有人去接。', '最后一车海虾到了。', '老周把手套摘下来，又戴上。'];
const story = (rounds: number): string => Array.from({ length: rounds }, () => sentences.map((line) => `<p>${line}</p>`).join('')).join('');

function textOf(head: string, tail = ''): string {
  const page = `<html lang="zh"><head><title>冷库里的夜班</title></head><body><div><h1>冷库里的夜班</h1><div>${head}${story(4)}${tail}</div></div></body></html>`;
  return extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.textContent ?? '';
}

it.each([
  ['a credit above', '<p>撰文：周渡</p>'],
  ['a credit and one long paragraph above', '<p>撰文：周渡</p><p>港口的南端有一座旧冷库，停了两年，今年春天又亮起灯来，一共四个人上夜班，没有一个人是本地的，也没有一个人说得清它是谁的。</p>'],
])('keeps a story in paragraphs of one short sentence, with %s', (_name, head) => {
  const text = textOf(head);
  for (const line of sentences) expect(text.split(line).length - 1).toBe(4);
});

it('still takes off what asks for something below such a story', () => {
  expect(textOf('', '<p>扫描下方二维码关注我们的公众号</p>')).not.toContain('公众号');
});

it('keeps the last picture and the line below it, though a call stands above the text and another below', () => {
  const lines = ['港口的南端有一座旧冷库，停了两年，今年春天又亮起灯来，一共四个人上夜班，没有一个人是本地的。', '房东说电费比房租还贵，去年夏天一个月交了两万多，交完那天他在码头坐到天亮，谁劝也不走。', '可是渔民不这么看，他们觉得库就在家门口才叫库，离了码头十里地，那叫仓库。'];
  const body = lines.map((line, at) => `<p><img src="https://port.example/${at}.jpg" width="600" height="400"></p><p style="text-align:center">${line}</p>`).join('');
  const page = `<html lang="zh"><head><title>冷库里的夜班</title></head><body><div><h1>冷库里的夜班</h1><div><p>点击上方蓝字关注我们</p>${body}<p>扫描二维码关注公众号，获取更多内容</p></div></div></body></html>`;
  const article = extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' });
  expect([article?.textContent.includes('那叫仓库'), article?.contentHtml.match(/<img/g)?.length]).toEqual([true, 3]);
});

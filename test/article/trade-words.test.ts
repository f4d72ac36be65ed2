import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';

const prose = (n: number): string => `<p>第${n}家门店开在医院旁边，租金比商场低四成，人流却稳定得多，老板说这是他今年唯一的新店。</p>`;

function textOf(before: string, between: string, after: string): string {
  const body = [before, prose(1), prose(2), between, prose(3), prose(4), prose(5), prose(6), after].join('');
  const page = `<html lang="zh"><head><title>门店的账</title></head><body><article><h1>门店的账</h1>${body}</article></body></html>`;
  return extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.textContent ?? '';
}

it.each([
  '在文末放一个二维码，转化率大约是千分之三；如果在上方写一句“扫码领取资料包”，这个数字会升到千分之九。',
  '报名链接的最后一屏写着“课程一经开通概不退款”，字号是九号，灰色，没有人点开看过。',
])('keeps between the paragraphs «%s»', (line) => {
  expect(textOf('', `<p>${line}</p>`, '')).toContain(line);
});

it.each(['公众号死了。', '又到年底，有八个趋势值得关注。'])('keeps above them «%s»', (line) => {
  expect(textOf(`<p>${line}</p>`, '', '')).toContain(line);
});

it.each(['扫码之后，没有人再抬头。', '公众号还在，只是没有人再等它更新。'])('keeps below them «%s»', (line) => {
  expect(textOf('', '', `<p>${line}</p>`)).toContain(line);
});

it.each(['对私域感兴趣的朋友，可以加我微信 laozhou2024，备注“门店”，送你一份清单。', '点击链接，报名公开课', '＊本文为「门店」系列第4篇', '👆 相关阅读'])('takes out below them «%s»', (line) => {
  expect(textOf('', '', `<p>${line}</p>`)).not.toContain(line);
});

it('takes the short lines behind the first closing note, and the title of the links', () => {
  const below = ['<p>转载请注明出处</p>', '<p>日更第173天，欢迎监督。</p>', '<p>猜你还想读</p>', '<p><a href="/1">一碗面的租金，和它的房东</a></p>'].join('');
  expect(textOf('', '', below)).not.toMatch(/日更|猜你/);
});

it('takes out below them a list of calls, and keeps a list of sources', () => {
  expect(textOf('', '', '<ul><li>投稿邮箱：a@paper.example</li><li>来稿请备注姓名与电话</li><li>长按加小编微信，拉你进读者群</li></ul>')).not.toMatch(/投稿|来稿|小编/);
  expect(textOf('', '', '<p>资料来源：</p><ul><li>《一款社交 App 的五年》</li><li>《怎样把公众号做成生意》</li><li>行业协会年报</li></ul>')).toMatch(/资料来源：[^]*五年[^]*年报/);
});

it('takes out what stands behind the mark of the end, and keeps the notes there', () => {
  const below = textOf('', '', '<p>— END —</p><p>某某研究院，长于写门店的账，也常被同行问起。</p><p>参考资料：行业协会年报</p>');
  expect(below).not.toContain('研究院');
  expect(below).toContain('参考资料');
});

it('keeps the notes to the text behind a closing note, and short last lines without one', () => {
  expect(textOf('', '', '<p>转载请注明出处</p><p>参考资料：行业协会年报</p>')).toContain('参考资料');
  expect(textOf('', '', '<p>门开着。</p><p>没有人进来。</p>')).toMatch(/门开着。\n没有人进来。/);
});

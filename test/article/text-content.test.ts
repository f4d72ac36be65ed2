import { expect, test } from 'vitest';
import { readText } from '../../src/article/text-content.ts';

function textOf(html: string): string {
  const content = document.createElement('div');
  content.innerHTML = html;
  return readText(content);
}

test('each block is a line, and what a break parts are lines', () => {
  expect(textOf('<h2>一、运价</h2><p>涨了\n  三成<br>，又<b>跌了<br>一成</b></p><figure><figcaption>图一</figcaption></figure>')).toBe('一、运价\n涨了 三成\n，又跌了\n一成\n图一');
});

test('lines of code stay lines, whether breaks or line ends part them', () => {
  expect(textOf('<pre>for a\n  b\n</pre>')).toBe('for a\n  b');
  expect(textOf('<pre><code>for a<br>  b<span><br>c</span></code></pre>')).toBe('for a\n  b\nc');
});

test('an item has its lines, and the blocks in it have theirs', () => {
  expect(textOf('<ul><li>先<i>算<br>账</i><br>再买车<ul><li>不借钱</li></ul></li></ul><dl><dt>毛利</dt><dd>收入<br>减成本</dd></dl>')).toBe('先算\n账\n再买车\n不借钱\n毛利\n收入\n减成本');
});

test('the cells of a row are parted by spaces', () => {
  expect(textOf('<table><tbody><tr><th>年</th><td>2024<br>全年</td><td></td><td><p>三成</p></td></tr></tbody></table>')).toBe('年 2024 全年 三成');
});

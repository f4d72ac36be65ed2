import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';

const clause = (n: string): string => `<p>第${n}条　冷库的出租人应当每日两次记录库内温度，记录保存一年，承租人可以随时查阅并抄录。</p>`;
const page = `<html lang="zh"><head><title>港口冷库管理条例</title></head><body><div><h1>港口冷库管理条例</h1><div>
<p>（2024年3月18日东岸市第十二届议会常务委员会第八次会议通过）</p>
<p><strong>第一章　总　则</strong></p>${clause('一')}${clause('二')}
<p><strong>第二章　温度</strong></p><p><strong>第一节　记录</strong></p>${clause('三')}${clause('四')}
<p><strong>第二节　查阅</strong></p>${clause('五')}
<p><strong>第三章　附　则</strong></p>${clause('六')}</div></div></body></html>`;

it('heads a statute by its chapters and their sections, not by its clauses', () => {
  const article = extract(new JSDOM(page).window.document, { url: 'https://port.example/a' });
  const entries = article?.outline.map(({ text, depth }) => `${depth} ${text}`);
  expect(entries).toEqual(['1 第一章 总 则', '1 第二章 温度', '2 第一节 记录', '2 第二节 查阅', '1 第三章 附 则']);
});

it('keeps the line in brackets that says when a statute was passed', () => {
  expect(extract(new JSDOM(page).window.document, { url: 'https://port.example/a' })?.textContent).toContain('第八次会议通过');
});

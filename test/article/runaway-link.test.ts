import { expect, test } from 'vitest';
import { extract } from '../../src/article/extract.ts';

const sentence = (number: number): string => `第${number}年，工厂把排产的周期从一个月缩短到一周，库存随之降了三成，周转的速度快了将近一倍，退货也少了许多。`;
const paragraphs = (from: number, to: number): string => Array.from({ length: to - from }, (_, index) => `<p>${sentence(from + index)}</p>`).join('');

test('a link that was never closed loses neither what stands before it nor what it has taken in', () => {
  const html = `<!doctype html><title>渠道商搬家以后</title><article><h1>渠道商搬家以后</h1>${paragraphs(1, 6)}<a href="/x"><table><td></a>甲</table>${paragraphs(6, 11)}</article>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  expect(document.querySelectorAll('a > p')).toHaveLength(5);
  const text = extract(document, { url: 'https://example.com/post/1' })?.textContent ?? '';
  for (let number = 1; number < 11; number += 1) expect(text).toContain(sentence(number));
});

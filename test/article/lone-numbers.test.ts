import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';

const prose = '<p>夜班一共四个人，两个开车，一个点数，还有一个守着门口的电话，等最后一车海虾。</p>'.repeat(3);
const parts = (below: readonly string[]): string => below.map((line, at) => `<p>${at + 1} </p><p>${line}</p>${prose}`).join('');

function outlineOf(below: readonly string[]): string[] {
  const page = `<html lang="zh"><head><title>冷库里的夜班</title></head><body><div><h1>冷库里的夜班</h1><div>${prose}${parts(below)}</div></div></body></html>`;
  return (extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.outline ?? []).map(({ text }) => text);
}

it('joins a number to the title below it', () => {
  expect(outlineOf(['谁来开门', '温度是谁的', '最后一车'])).toEqual(['谁来开门', '温度是谁的', '最后一车']);
});

it('takes no line that leads on to what follows for a title, where the other numbers stand above prose', () => {
  expect(outlineOf(['先说温度计，它停在零下十八度。', '再说门口的电话，它一直没有响过。', '对这几个人，还想说三点：'])).not.toContain('对这几个人，还想说三点：');
});

it('reads who wrote the text in 执笔', () => {
  const page = `<html lang="zh"><head><title>冷库里的夜班</title></head><body><div><h1>冷库里的夜班</h1><div><p><strong>执笔/周渡、林述</strong></p>${prose}${prose}</div></div></body></html>`;
  expect(extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.byline).toBe('周渡、林述');
});

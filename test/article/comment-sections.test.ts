import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';

const prose = (about: string): string => `<p>The ${about} of the language is told here at some length, because the manual that came with the machine left it out altogether.</p>`.repeat(3);

function textOf(...sections: string[]): string {
  const page = `<html><head><title>A small language</title></head><body><article><h1>A small language</h1>${prose('history')}${sections.join('')}</article></body></html>`;
  return extract(new JSDOM(page).window.document, { url: 'https://paper.example/a' })?.textContent ?? '';
}

it('takes what stands below the number of comments', () => {
  expect(textOf('<h3>12 Comments</h3><div><b>Ann</b><p>I have used it for years, and it never let me down.</p></div>')).not.toMatch(/Ann|used it/);
});

it.each([['2.3 Comments', '2.4 Names'], ['3 Comments', '4 Names'], ['Comments', 'Names']])('keeps the section «%s» of a manual', (heading, next) => {
  const text = textOf(`<h2>${heading}</h2>${prose('comment')}<h2>${next}</h2>${prose('naming')}`);
  expect(text).toContain('The comment of the language');
  expect(text).toContain('The naming of the language');
});

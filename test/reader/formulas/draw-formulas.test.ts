import { expect, test, vi } from 'vitest';
import { drawFormulas } from '../../../src/reader/formulas/draw-formulas.ts';
import { readBodyText, writtenText } from '../../../src/reader/tools/body-text.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

function drawn(html: string): HTMLElement {
  const body = document.createElement('div');
  body.append(document.createRange().createContextualFragment(html));
  drawFormulas(body);
  return body;
}

test.each([
  ['alone in its paragraph', '<p> <span data-tex="a^2">$$a^2$$</span> </p>', 'block'],
  ['in its line', '<p>设 <span data-tex="a^2">\\(a^2\\)</span>，</p>', 'inline'],
])('a formula %s is drawn, and the text of the article stays as it was written', (_, html, display) => {
  const before = document.createRange().createContextualFragment(html).textContent ?? '';
  const body = drawn(html);
  expect(body.querySelector('math')?.getAttribute('display')).toBe(display);
  expect(body.querySelector('.formula-source')?.getAttribute('aria-hidden')).toBe('true');
  expect(readBodyText(body).text).toBe(before);
  expect(writtenText(body.querySelector('p') ?? body)).toBe(before);
});

test.each([
  ['a text that says something else', '<span data-tex="x">转账到这里</span>'],
  ['a text with more in it', '<span data-tex="x">x<b>y</b></span>'],
  ['nothing', '<span data-tex=""></span>'],
])('%s is not covered by a drawing', (_, html) => {
  const body = drawn(html);
  expect(body.querySelector('math')).toBeNull();
  expect(body.querySelector('[data-tex]')?.getAttribute('role')).toBe('math');
});

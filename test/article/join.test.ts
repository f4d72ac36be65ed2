// @vitest-environment node
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { joinArticles } from '../../src/article/join.ts';
import { sampleArticle } from '../ui/sample-article.ts';

const { document } = new JSDOM('').window;
const removal = (id: number) => ({ id, step: 'lines', reason: 'x', group: 'reward' as const, text: '赏', html: '<p>赏</p>' });

test('two pages become one article whose sections, notes and removals do not meet', () => {
  const first = sampleArticle({ removals: [removal(0)], provenance: [{ kind: 'source', text: '来源：甲' }], nextPage: 'https://example.com/post/1_2' });
  const second = sampleArticle({
    contentHtml: '<blockquote data-standfirst><p>导语说的是这笔账。</p></blockquote><h2 id="jd-section-1">三、余额</h2><p>余<a href="#jd-note-1">1</a></p><div data-removal="0"></div><ol><li id="jd-note-1">注</li></ol>',
    textContent: '三、余额\n余', length: 5, outline: [{ id: 'jd-section-1', text: '三、余额', depth: 1 }],
    removals: [removal(0)], provenance: [{ kind: 'source', text: '来源：甲' }, { kind: 'editor', text: '编辑：乙' }], nextPage: '',
  });
  const joined = joinArticles(first, second, document);
  const body = new JSDOM(joined.contentHtml).window.document.body;
  expect(joined.outline.map(({ id }) => id)).toEqual(['jd-h-1', 'jd-h-2', 'jd-h-3', 'jd-section-4']);
  expect(body.querySelector('[id="jd-section-4"]')?.textContent).toBe('三、余额');
  expect(body.querySelector(`[id="${body.querySelector('a')?.getAttribute('href')?.slice(1)}"]`)?.textContent).toBe('注');
  expect(body.querySelectorAll('[data-standfirst]')).toHaveLength(1);
  expect(joined.removals.map(({ id }) => id)).toEqual([0, 1]);
  expect(body.querySelector('[data-removal="1"]')).not.toBeNull();
  expect(joined.provenance.map(({ text }) => text)).toEqual(['来源：甲', '编辑：乙']);
  expect([joined.nextPage, joined.length, joined.title]).toEqual(['', 925, '一笔账的来去']);
  expect(joined.textContent.endsWith('\n三、余额\n余')).toBe(true);
  expect(joined.completeness.characters).toEqual({ kept: 7824, found: 7824 });
});

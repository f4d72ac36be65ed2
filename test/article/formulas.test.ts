import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { keepFormulas } from '../../src/article/formulas.ts';

const xmlns = 'xmlns="http://www.w3.org/1998/Math/MathML"';

function kept(html: string): Element {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  keepFormulas(document);
  return document.body;
}

const formulasOf = (root: ParentNode): (string | null)[] => [...root.querySelectorAll('[data-tex]')].map((element) => element.getAttribute('data-tex'));

test.each([
  ['a script', 'a <script type="math/tex">x_1 + x_2</script> b', 'x_1 + x_2'],
  ['a script of its own line', '<script type="math/tex; mode=display">\\sum_i x_i</script>', '\\sum_i x_i'],
  ['KaTeX', `<span class="katex"><span class="katex-mathml"><math ${xmlns}><semantics><mrow><mi>k</mi><mo>=</mo><mn>3</mn></mrow><annotation encoding="application/x-tex">k=3</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>k</span><span>=</span><span>3</span></span></span>`, 'k=3'],
  ['MathJax 2', '<span class="MathJax_Preview">y</span><span class="MathJax"><nobr><span>y</span></nobr></span><script type="math/tex">y</script>', 'y'],
  ['MathJax 3', `<mjx-container><mjx-math aria-hidden="true"><mjx-mi>z</mjx-mi></mjx-math><mjx-assistive-mml><math ${xmlns}><mi>z</mi><mo>+</mo><mn>1</mn></math></mjx-assistive-mml></mjx-container>`, 'z + 1'],
  ['a title in words', `<math ${xmlns} alttext="{\\displaystyle a\\cdot b}"><mi>a</mi><mo>⋅</mo><mi>b</mi></math>`, 'a\\cdot b'],
  ['MathML alone', `<math ${xmlns}><mfrac><msup><mi>p</mi><mn>2</mn></msup><msqrt><mi>q</mi></msqrt></mfrac></math>`, '\\frac{p^{2}}{\\sqrt{q}}'],
])('%s leaves its formula once', (_, html, tex) => {
  const body = kept(`<p>${html}</p>`);
  expect(formulasOf(body)).toEqual([tex]);
  expect(body.textContent?.split(tex)).toHaveLength(2);
  expect(body.querySelector('math, script, mjx-container, .katex, .MathJax')).toBeNull();
});

test('a drawing whose source stands behind it goes; one before another formula stays', () => {
  const katex = `<span class="katex"><math ${xmlns}><annotation encoding="application/x-tex">a</annotation></math></span>`;
  expect(formulasOf(kept(`<p>${katex} 与 <script type="math/tex">b</script></p>`))).toEqual(['a', 'b']);
  expect(formulasOf(kept('<p><span class="MathJax">x</span> <script type="math/tex">b</script></p>'))).toEqual(['b']);
});

test('a formula that was typed is marked, and stays as it was typed', () => {
  const text = '设 $$E = mc^2$$ 与 \\(a^2\\)，又设 \\[b_1\\]，即得。';
  const body = kept(`<p>${text}</p>`);
  expect(formulasOf(body)).toEqual(['E = mc^2', 'a^2', 'b_1']);
  expect(body.textContent).toBe(text);
});

test.each([
  ['prices', '<p>人均 $$ 到 $$$ 的馆子，花了 $$ 两百 $$。</p>'],
  ['code', '<pre><code>echo $$x=1$$ \\(a^2\\)</code></pre>'],
])('%s are no formulas', (_, html) => {
  expect(kept(html).innerHTML).toBe(html);
});

test('a formula that has a picture stays a picture', () => {
  const body = kept(`<p><span class="mwe-math-element"><span><math ${xmlns} alttext="w"><mi>w</mi></math></span><img class="mwe-math-fallback-image-inline" src="/w.svg" alt="w"></span></p>`);
  expect(body.innerHTML).toBe('<p><img class="mwe-math-fallback-image-inline" src="/w.svg" alt="w"></p>');
});

test('formulas reach the article', () => {
  const prose = '账要按三年算，晚一天要赔多少，他们更想知道这批料能不能在周三之前到货，渠道商开始把样品间搬到离客户更近的地方。';
  const paragraphs = ['<script type="math/tex">x_1</script>', `<math ${xmlns}><mi>n</mi></math>`, '$$c^2$$'].map((formula) => `<p>${prose}由此得到 ${formula}，${prose}</p>`);
  const { document } = new JSDOM(`<title>公式</title><article><h1>公式</h1>${paragraphs.join('')}</article>`, { url: 'https://example.com/a' }).window;
  const article = extract(document, { url: 'https://example.com/a' });
  expect(formulasOf(new JSDOM(article?.contentHtml).window.document)).toEqual(['x_1', 'n', 'c^2']);
});

import { texOfMathml } from './mathml-tex.ts';

/** What draws a formula, whoever draws it, and the script that some keep its source in. */
const drawn = '.katex, .MathJax_Display, .MathJax, .MathJax_SVG, mjx-container, .mwe-math-element, math, script[type^="math/"]';
const source = 'script[type^="math/"]';
/** Formulas left in the text as they were typed; what stands between two dollar signs must look like one. */
const typed = /\$\$(?=[^$]*[\\^_={}])[^$]{1,400}\$\$|\\\([^\n]{1,300}?\\\)|\\\[[^$]{1,400}?\\\]/g;
const notText = 'pre, code, kbd, samp, script, style, textarea, [data-tex]';

/**
 * Keeps each formula once, as its TeX in a `<span data-tex>`: the drawings of KaTeX, MathJax and MediaWiki hold it
 * beside, in or behind what they draw, and what is MathML alone is written as TeX. What has a picture of its own stays one.
 */
export function keepFormulas(page: Document): void {
  for (const preview of page.querySelectorAll('.MathJax_Preview')) preview.remove();
  for (const element of page.querySelectorAll(drawn)) {
    // One that lies in another has gone with it.
    if (!element.isConnected) continue;
    const tex = texOf(element);
    const picture = element.querySelector('img[src]');
    if (picture) element.replaceWith(picture);
    else if (isDrawnFrom(element.nextSibling) && !element.matches(source)) element.remove();
    else if (tex !== '') element.replaceWith(formula(page, tex, tex));
  }
  if (/\$\$|\\[([]/.test(page.body?.textContent ?? '')) markTyped(page);
}

/** Whether what stands right behind a drawing is its source; another formula further on in the line is not. */
function isDrawnFrom(next: Node | null): boolean {
  if (next?.nodeType === Node.TEXT_NODE && next.nodeValue?.trim() === '') return isDrawnFrom(next.nextSibling);
  return next?.nodeType === Node.ELEMENT_NODE && (next as Element).matches(source);
}

function texOf(element: Element): string {
  const math = element.matches('math') ? element : element.querySelector('math');
  const stated = element.querySelector('annotation[encoding*="tex" i]')?.textContent ?? math?.getAttribute('alttext');
  if (stated) return tidy(stated);
  if (element.matches('script[type^="math/tex" i], script[type^="math/latex" i]')) return tidy(element.textContent ?? '');
  return math ? tidy(texOfMathml(math)) : '';
}

function tidy(tex: string): string {
  return tex.replace(/^\s*\{\\displaystyle ([\s\S]*)\}\s*$/, '$1').replace(/\s+/g, ' ').trim();
}

function markTyped(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (/\$\$|\\[([]/.test(walker.currentNode.nodeValue ?? '')) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest(notText)) continue;
    text.replaceWith(...pieces(page, text.data));
  }
}

/** The same characters, with a mark round each formula among them. */
function pieces(page: Document, text: string): (string | Element)[] {
  const found: (string | Element)[] = [];
  let end = 0;
  for (const match of text.matchAll(typed)) {
    found.push(text.slice(end, match.index), formula(page, match[0].slice(2, -2).trim(), match[0]));
    end = match.index + match[0].length;
  }
  return [...found, text.slice(end)];
}

function formula(page: Document, tex: string, shown: string): Element {
  const element = page.createElement('span');
  element.setAttribute('data-tex', tex);
  element.textContent = shown;
  return element;
}

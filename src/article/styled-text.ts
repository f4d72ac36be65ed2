import { moveChildren } from './move-children.ts';
import { textLength } from './text.ts';

const bold = /font-weight\s*:\s*(bold|bolder|[6-9]00)/i;
/** Paragraphs that a style sheet, which a copy does not have, draws as titles. */
const titleLike = 'p > span[class*="title" i]:only-child, p > font[class*="title" i]:only-child, p[class*="subtitle" i], p[class*="heading" i], p[class*="sub-title" i], p[class*="section-title" i], p[data-bold], div[data-bold], section[data-bold]';
const longestTitle = 40;
const centred = /text-align\s*:\s*center/i;
const blocks = 'p, div, section, li, h1, h2, h3, h4, h5, h6, blockquote, table, ul, ol, figure, article';

/**
 * Turns what a page says by inline style into markup, before the styles go: bold becomes `<strong>`, a centred
 * block gets `data-align="center"`.
 */
export function keepStyledMeaning(page: Document): void {
  for (const element of page.querySelectorAll(titleLike)) if (textLength(element) >= 2 && textLength(element) <= longestTitle && !element.querySelector(blocks)) embolden(element);
  for (const element of page.querySelectorAll('[style*="font-weight"]')) {
    if (bold.test(element.getAttribute('style') ?? '')) embolden(element);
  }
  for (const element of page.querySelectorAll('[style*="text-align"], [align="center"], center')) {
    if (element.tagName === 'CENTER' || element.getAttribute('align') === 'center' || centred.test(element.getAttribute('style') ?? '')) {
      element.setAttribute('data-align', 'center');
    }
  }
}

function embolden(element: Element): void {
  if (/^(B|STRONG|H[1-6]|TH)$/.test(element.tagName) || textLength(element) === 0) return;
  const inner = [...element.querySelectorAll(blocks)].filter((block) => !block.querySelector(blocks));
  if (inner.length > 3) return;
  for (const block of inner.length > 0 ? inner : [element]) {
    const strong = element.ownerDocument.createElement('strong');
    moveChildren(block, strong);
    block.append(strong);
  }
}

import { t } from '../i18n.ts';
import { drawFormulas } from './formulas/draw-formulas.ts';
import { dressRichBlocks } from './tools/rich/dress-rich-blocks.tsx';

/** Prepares sanitised nodes for reading; not one character of the text changes. */
export function dressBody(body: DocumentFragment): void {
  body.querySelector('[data-standfirst]')?.setAttribute('data-testid', 'standfirst');
  body.querySelectorAll('a[href]').forEach(openBesideTheArticle);
  body.querySelectorAll('img').forEach((picture) => picture.setAttribute('decoding', 'async'));
  drawFormulas(body);
  dressRichBlocks(body);
  body.querySelectorAll('table').forEach(letScroll);
}

function openBesideTheArticle(link: Element): void {
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}

/** A wide table scrolls in a box of its own, reachable by keyboard; the page does not grow sideways. */
function letScroll(table: Element): void {
  if (table.parentElement?.closest('table')) return;
  const box = table.ownerDocument.createElement('div');
  box.className = 'table-box';
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', t('wideTable'));
  table.replaceWith(box);
  box.append(table);
}

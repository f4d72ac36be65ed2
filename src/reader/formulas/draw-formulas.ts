import { t } from '../../i18n.ts';
import { texToMathml } from './tex-to-mathml.ts';

/** So many signs fit on a line of a phone. */
const wide = 24;

/** Draws the formulas of a body. What was written stays under the drawing, to be selected, copied and found; what is not known is shown as it was written. */
export function drawFormulas(body: ParentNode): void {
  body.querySelectorAll<HTMLElement>('[data-tex]').forEach(drawFormula);
}

function drawFormula(formula: HTMLElement): void {
  const display = isDisplay(formula);
  const math = isAsWritten(formula) ? texToMathml(formula.dataset['tex'] ?? '', { document: formula.ownerDocument, display }) : undefined;
  if (math === undefined) return nameFormula(formula);
  const source = formula.ownerDocument.createElement('span');
  source.className = 'formula-source';
  source.setAttribute('aria-hidden', 'true');
  source.append(...formula.childNodes);
  math.setAttribute('data-aside', '');
  formula.classList.add('formula');
  formula.classList.toggle('formula-display', display);
  formula.classList.toggle('formula-wide', (math.textContent ?? '').length > wide);
  formula.append(source, math);
}

/** A text that says something else than its formula is not covered by it. */
function isAsWritten({ dataset, textContent, childElementCount }: HTMLElement): boolean {
  const [tex, text] = [dataset['tex'] ?? '', textContent ?? ''].map((part) => part.replace(/\s+/g, ''));
  return childElementCount === 0 && tex !== '' && (text === tex || text === `$$${tex}$$` || text === `\\(${tex}\\)` || text === `\\[${tex}\\]`);
}

/** Alone in its block, it stands on a line of its own. */
function isDisplay({ textContent, parentElement }: HTMLElement): boolean {
  return parentElement?.matches('p, div, figure, blockquote') === true && parentElement.textContent?.trim() === textContent?.trim();
}

function nameFormula(formula: HTMLElement): void {
  formula.setAttribute('role', 'math');
  formula.setAttribute('title', t('formula'));
}

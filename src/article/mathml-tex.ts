/** How an element of MathML is written with its children in TeX; the others are their children in a row. */
const written: Readonly<Record<string, (parts: string[]) => string>> = {
  mfrac: ([above = '', below = '']) => `\\frac{${above}}{${below}}`,
  msup: ([base = '', above = '']) => `${base}^{${above}}`,
  msub: ([base = '', below = '']) => `${base}_{${below}}`,
  msubsup: ([base = '', below = '', above = '']) => `${base}_{${below}}^{${above}}`,
  mover: ([base = '', above = '']) => `${base}^{${above}}`,
  munder: ([base = '', below = '']) => `${base}_{${below}}`,
  munderover: ([base = '', below = '', above = '']) => `${base}_{${below}}^{${above}}`,
  msqrt: (parts) => `\\sqrt{${parts.join(' ')}}`,
  mroot: ([base = '', index = '']) => `\\sqrt[${index}]{${base}}`,
  mtable: (rows) => rows.join(' \\\\ '),
  mtr: (cells) => cells.join(' & '),
};

/** A formula of MathML as TeX, for those that carry no TeX of their own: plain to read, not always fit to be drawn again. */
export function texOfMathml(element: Element): string {
  if (element.localName.startsWith('annotation')) return '';
  if (element.children.length === 0) return (element.textContent ?? '').trim();
  const parts = [...element.children].map(texOfMathml);
  const write = Object.hasOwn(written, element.localName) ? written[element.localName] : undefined;
  return write ? write(parts) : parts.filter((part) => part !== '').join(' ');
}

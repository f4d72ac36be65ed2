import type { Highlight } from './highlight-marks.ts';
import { highlightAttribute } from './highlight-marks.ts';

/** A footnote of the article: the element that holds it, and the label under which it is written. */
export interface Footnote {
  target: Element;
  label: string;
}

/** What the writer of a line must know of the whole article. */
export interface MarkdownContext {
  /** By the `id` that links name. */
  footnotes: Map<string, Footnote>;
  highlights: readonly Highlight[];
}

/** Finds the footnotes: short labels that link to a place in the article which is no heading, the notes in order of mention. */
export function findFootnotes(content: DocumentFragment): Map<string, Footnote> {
  const footnotes = new Map<string, Footnote>();
  for (const link of content.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute('href')?.slice(1) ?? '';
    const target = id === '' || footnotes.has(id) ? undefined : targetOf(content, id);
    if (target === undefined || target.contains(link) || isBackLink(link)) continue;
    footnotes.set(id, { target, label: String(footnotes.size + 1) });
  }
  return footnotes;
}

/** Where no mark can be written: in code, in a formula, on the sign of a footnote. */
const unmarkable = 'pre, code, samp, rp, [data-tex], a[href^="#"]';

/** Takes highlights out of where none can be written, and gives those that stand nowhere else. */
export function dropUnwritable(content: DocumentFragment, highlights: readonly Highlight[]): Highlight[] {
  const marks = [...content.querySelectorAll(`mark[${highlightAttribute}]`)];
  for (const mark of marks) if (mark.closest(unmarkable)) mark.replaceWith(...mark.childNodes);
  return highlights.filter((_, place) => content.querySelector(`mark[${highlightAttribute}="${place}"]`) === null);
}

/** Whether a link leads from a note back to the text. */
export function isBackLink(link: Element): boolean {
  return (link.getAttribute('href') ?? '').startsWith('#') && /^[\s↩↑⏎^\ufe0e\ufe0f]*$/.test(link.textContent ?? '');
}

function targetOf(content: DocumentFragment, id: string): Element | undefined {
  const found = content.querySelector(`[id=${JSON.stringify(id)}]`);
  const block = found?.closest('li, p, div, dd') ?? undefined;
  return found === null || /^H[1-6]$/.test(found.tagName) || found.closest('sup, a') !== null ? undefined : block;
}

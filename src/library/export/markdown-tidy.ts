import { highlightAttribute } from './highlight-marks.ts';
import type { MarkdownContext } from './markdown-notes.ts';
import { isBackLink } from './markdown-notes.ts';

/** What each element of a line is between in Markdown. */
export const marks: Partial<Record<string, string>> = { STRONG: '**', B: '**', EM: '*', I: '*', CITE: '*', DFN: '*', DEL: '~~', S: '~~', MARK: '==', CODE: '`', SAMP: '`' };

/**
 * Takes out what Markdown has no word for, and makes one of what follows one another: `**a****b**` would show its
 * asterisks. Lines of code end with a line feed, however the page had them.
 */
export function tidyLines(content: DocumentFragment, footnotes: MarkdownContext['footnotes']): void {
  for (const lineEnd of content.querySelectorAll('pre br, code br, samp br')) lineEnd.replaceWith('\n');
  for (const box of content.querySelectorAll('span:not([data-tex], [data-language]), a:not([href]), abbr, bdi, bdo, time, var, wbr')) box.replaceWith(...box.childNodes);
  for (const link of content.querySelectorAll('a[href^="#"]')) if (!isBackLink(link) && !footnotes.has(link.getAttribute('href')?.slice(1) ?? '')) link.replaceWith(...link.childNodes);
  content.normalize();
  for (const list of content.querySelectorAll('ul, ol')) list.childNodes.forEach(makeItem);
  for (const element of content.querySelectorAll(Object.keys(marks).join())) joinTwins(element);
}

/** Text that stands in a list beside its items is one of them. */
function makeItem(node: ChildNode): void {
  if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') return;
  const item = (node.ownerDocument as Document).createElement('li');
  node.replaceWith(item);
  item.append(node);
}

/** A highlight that ends before the next one begins stays apart from it: its note stands between them. */
function joinTwins(element: Element): void {
  for (let next = element.nextSibling; next !== null && isTwin(element, next); next = element.nextSibling) {
    element.append(...next.childNodes);
    (next as Element).remove();
  }
}

function isTwin(element: Element, next: Node): next is Element {
  return marks[next.nodeName] === marks[element.nodeName] && (next as Element).getAttribute(highlightAttribute) === element.getAttribute(highlightAttribute);
}

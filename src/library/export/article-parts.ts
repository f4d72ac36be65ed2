import type { Article } from '../../article/article.ts';
import type { ExportContent, ExportItem } from './export-item.ts';
import { highlightAttribute } from './highlight-marks.ts';
import { followable } from './html-text.ts';

/** The line under the title: who, where, when; absent parts left out. */
export function metaLine({ byline, siteName, publishedTime }: Article): string {
  return [byline, siteName, publishedTime.slice(0, 10)].filter((part) => part !== '').join(' · ');
}

/** Sets the notes of a person behind the highlights that they belong to; those without a place stand at the end. */
export function writeNotes({ content, orphans }: ExportContent, { highlights }: ExportItem): void {
  highlights.forEach((highlight, place) => {
    const pieces = content.querySelectorAll(`mark[${highlightAttribute}="${place}"]`);
    for (const piece of pieces) piece.removeAttribute(highlightAttribute);
    if (highlight.note.trim() !== '') pieces[pieces.length - 1]?.after(element(content, 'small', { class: 'note', text: `（${highlight.note}）` }));
  });
  for (const { exact, note } of orphans) {
    const quote = element(content, 'blockquote', {});
    const line = element(content, 'p', {});
    line.append(element(content, 'mark', { text: exact }));
    quote.append(line, ...(note === '' ? [] : [element(content, 'p', { class: 'note', text: note })]));
    content.append(quote);
  }
}

/** The last lines: where the text comes from and the way to the original. */
export function originOf(content: DocumentFragment, { url, provenance }: Article): Element {
  const box = element(content, 'div', { class: 'origin' });
  for (const { text } of provenance) box.append(element(content, 'p', { text }));
  const address = followable(url);
  const line = element(content, 'p', { text: address === undefined ? url : '' });
  if (address !== undefined) line.append(element(content, 'a', { href: address, text: url }));
  box.append(line);
  return box;
}

/** An element in the content's document with its attributes, and its text under `text`. */
export function element(content: DocumentFragment, tag: string, { text = '', ...attributes }: Record<string, string>): Element {
  const made = content.ownerDocument.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The text with runs of white space (also 　) as one space and invisible characters out. */
export function foldSpace(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Folded for comparing: NFKC, lower case, no white space, no invisible characters. */
export function foldForMatch(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, '').toLowerCase();
}

/** The folded text of a node. */
export function textOf(node: Node): string {
  return foldSpace(node.textContent ?? '');
}

/** Characters of a node's text, white space not counted. */
export function textLength(node: Node): number {
  return (node.textContent ?? '').replace(/\s+/g, '').length;
}

/** Characters of a text, white space not counted. */
export function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** The share of an element's text that stands in links, 0 to 1. */
export function linkDensity(element: Element): number {
  const total = textLength(element);
  if (total === 0) return element.querySelector('a') ? 1 : 0;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += textLength(link);
  return Math.min(1, linked / total);
}

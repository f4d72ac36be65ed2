import { picturesIn } from './pictures.ts';
import { lengthOf, textLength } from './text.ts';

/** A line of fewer characters than this beside a `<br>` belongs to a verse or an address, not to a row of paragraphs. */
const paragraphLength = 20;

/** Cuts a paragraph where its breaks part paragraphs; a single break between short lines stays. */
export function splitAtBreaks(nodes: Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node.nodeName === 'BR') {
      lines.push([]);
      continue;
    }
    lines.at(-1)?.push(node);
  }
  const result: Node[][] = [];
  let previous: Node[] | undefined;
  for (const line of lines) {
    const isEmpty = line.every((node) => textLength(node) === 0 && picturesIn(node).length === 0);
    if (isEmpty) {
      previous = undefined;
      continue;
    }
    if (previous && !partsParagraphs(previous, line)) previous.push(line[0]?.ownerDocument?.createElement('br') as Node, ...line);
    else result.push((previous = line));
  }
  return result;
}

function partsParagraphs(before: Node[], after: Node[]): boolean {
  const [one, two] = [before, after].map((nodes) => nodes.map((node) => node.textContent ?? '').join(''));
  if (/^[\s\u00a0]*　|^[\s\u00a0]{4,}/.test(two ?? '')) return true;
  if (isAllBold(before) !== isAllBold(after)) return true;
  return lengthOf(one ?? '') >= paragraphLength && lengthOf(two ?? '') >= paragraphLength;
}

function isAllBold(nodes: Node[]): boolean {
  return nodes.every((node) => /^(B|STRONG)$/.test(node.nodeName) || (node.nodeName === 'SPAN' && (node as Element).querySelector('b, strong') !== null && isAllBold([...node.childNodes])) || textLength(node) === 0);
}

/** White space at both ends goes, also 　　, which stands for an indent that the reader view sets itself. */
export function trimEdges(paragraph: Element): void {
  const all = paragraph.textContent ?? '';
  if (!/^[\s\u200b\ufeff]|[\s\u200b\ufeff]$/.test(all)) return;
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    text.data = text.data.replace(/^[\s\u00a0\u200b\ufeff]+/, '');
    if (text.data) break;
  }
  for (const text of texts.reverse()) {
    text.data = text.data.replace(/(?<![\s\u00a0\u200b\ufeff])[\s\u00a0\u200b\ufeff]+$/, '');
    if (text.data) break;
  }
}

import { foldSpace } from './text.ts';

const lineBlocks = 'p, h1, h2, h3, h4, h5, h6, li, pre, dt, dd, tr, figcaption, caption';

/** The text of the content, one block a line; the cells of a table's row are joined by a space, the lines of code stay lines. */
export function readText(content: Element): string {
  const lines: string[] = [];
  for (const block of content.querySelectorAll(lineBlocks)) {
    if (block.tagName === 'TR') lines.push([...block.children].map((cell) => brokenLines(cell).join(' ').trim()).filter(Boolean).join(' '));
    else if (block.closest('tr') && block.tagName !== 'TR') continue;
    else if (block.tagName === 'PRE') lines.push(linesOf([block]).join('\n').trimEnd());
    else if (block.tagName === 'LI' || block.tagName === 'DD') lines.push(...ownLines(block));
    else lines.push(...brokenLines(block));
  }
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** The text of a list item without that of the blocks inside it, which have lines of their own. */
function ownLines(item: Element): string[] {
  const own = [...item.childNodes].filter((node) => !(node.nodeType === Node.ELEMENT_NODE && ((node as Element).matches(`ul, ol, dl, table, ${lineBlocks}`) || (node as Element).querySelector(lineBlocks))));
  return linesOf(own).map(foldSpace);
}

/** The lines of a block, which `<br>` parts. */
export function brokenLines(block: Element): string[] {
  return linesOf([block]).map(foldSpace);
}

function linesOf(nodes: readonly Node[]): string[] {
  const lines = [''];
  for (const root of nodes) {
    for (const piece of isBroken(root) ? piecesOf(root) : [root.textContent ?? '']) {
      if (piece === undefined) lines.push('');
      else lines[lines.length - 1] += piece;
    }
  }
  return lines;
}

function isBroken(node: Node): boolean {
  return node.nodeName === 'BR' || (node.nodeType === Node.ELEMENT_NODE && (node as Element).querySelector('br') !== null);
}

/** The pieces of text in a node, and undefined for each break. */
function* piecesOf(root: Node): Generator<string | undefined> {
  const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null | undefined = root; node; node = walker?.nextNode()) {
    if (node.nodeName === 'BR') yield undefined;
    else if (node.nodeType === Node.TEXT_NODE) yield node.nodeValue ?? '';
  }
}

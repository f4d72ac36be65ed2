import { foldSpace } from './text.ts';

const lineBlocks = 'p, h1, h2, h3, h4, h5, h6, li, pre, dt, dd, tr, figcaption, caption';

/** The text of the content, one block a line; the cells of a table's row are joined by a space, the lines of code stay lines. */
export function readText(content: Element): string {
  const lines: string[] = [];
  for (const block of content.querySelectorAll(lineBlocks)) {
    if (block.tagName === 'TR') lines.push([...block.children].map((cell) => foldSpace(cell.textContent ?? '')).filter(Boolean).join(' '));
    else if (block.closest('tr') && block.tagName !== 'TR') continue;
    else if (block.tagName === 'PRE') lines.push((block.textContent ?? '').trimEnd());
    else if (block.tagName === 'LI' || block.tagName === 'DD') lines.push(...ownLines(block));
    else lines.push(...brokenLines(block));
  }
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** The text of a list item without that of the blocks inside it, which have lines of their own. */
function ownLines(item: Element): string[] {
  const own = [...item.childNodes].filter((node) => !(node.nodeType === Node.ELEMENT_NODE && ((node as Element).matches(`ul, ol, dl, table, ${lineBlocks}`) || (node as Element).querySelector(lineBlocks))));
  return [foldSpace(own.map((node) => node.textContent ?? '').join(''))];
}

/** The lines of a block, which `<br>` parts. */
export function brokenLines(block: Element): string[] {
  if (!block.querySelector('br')) return [foldSpace(block.textContent ?? '')];
  const lines = [''];
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.nodeName === 'BR') lines.push('');
    else if (walker.currentNode.nodeType === Node.TEXT_NODE) lines[lines.length - 1] += walker.currentNode.nodeValue ?? '';
  }
  return lines.map(foldSpace);
}

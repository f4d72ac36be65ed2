const blockTags = new Set([
  'P', 'DIV', 'UL', 'OL', 'DL', 'DT', 'DD', 'LI', 'PRE', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'BLOCKQUOTE', 'FIGURE', 'FIGCAPTION', 'HR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
]);

/** How the two kinds of things are written that stand under one another. */
interface BlockWriter {
  line: (nodes: readonly Node[]) => string[];
  block: (block: Element) => string[];
}

/** Writes what is inside a node, block by block; loose text between blocks is a line of its own. */
export function walkBlocks(parent: Node, { line, block }: BlockWriter): string[] {
  const written: string[] = [];
  let loose: Node[] = [];
  for (const node of parent.childNodes) {
    if (!blockTags.has(node.nodeName)) {
      loose.push(node);
      continue;
    }
    written.push(...line(loose), ...block(node as Element));
    loose = [];
  }
  return [...written, ...line(loose)];
}

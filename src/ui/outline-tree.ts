import type { OutlineEntry } from '../article/article.ts';

/** A heading with its place in the flat outline and the headings nested below it. */
export interface OutlineNode {
  entry: OutlineEntry;
  index: number;
  children: OutlineNode[];
}

/** Nests a flat outline by depth; a heading deeper than its turn hangs below the one before it. */
export function nestOutline(outline: OutlineEntry[]): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  for (const [index, entry] of outline.entries()) {
    while ((open.at(-1)?.entry.depth ?? 0) >= entry.depth) open.pop();
    const node: OutlineNode = { entry, index, children: [] };
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

import { lineOf } from './markdown-line.ts';
import type { MarkdownContext } from './markdown-notes.ts';
import { inlineCode } from './markdown-text.ts';
import { walkBlocks } from './walk-blocks.ts';

/** A table in the form that GitHub and Obsidian read. A cell over several columns or rows stands in the first; the others stay empty. */
export function tableOf(table: Element, context: MarkdownContext): string[] {
  const caption = table.querySelector('caption');
  const title = caption ? lineOf(caption.childNodes, context) : '';
  const grid = gridOf(table).map((row) => row.map((cell) => (cell ? cellOf(cell, context) : '')));
  const width = Math.max(0, ...grid.map(({ length }) => length));
  if (width === 0) return title === '' ? [] : [title];
  const rows = grid.map((row) => `| ${Array.from({ length: width }, (_, column) => row[column] ?? '').join(' | ')} |`);
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
  const text = [rows[0], rule, ...rows.slice(1)].join('\n');
  return title === '' ? [text] : [title, text];
}

type Cell = Element | undefined;

const widest = 100;

function gridOf(table: Element): Cell[][] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const grid: Cell[][] = rows.map(() => []);
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      while (taken[y]?.has(x)) x += 1;
      const [columns, below] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let dy = 0; dy < below; dy += 1) for (let dx = 0; dx < columns; dx += 1) taken[y + dy]?.add(x + dx);
      const line = grid[y];
      if (line) line[x] = cell;
      x += columns;
    }
    const line = grid[y];
    if (line) line.length = Math.max(x, ...Array.from(taken[y] ?? [], (column) => column + 1));
  });
  return grid.map((row) => Array.from(row));
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), widest) : 1;
}

function cellOf(cell: Element, context: MarkdownContext): string {
  const line = linesIn(cell, context).join('<br>').replace(/(?<! ) +\n|\n/g, '<br>');
  // Also in code a bare pipe would end the cell, and with it the code.
  return line.replace(/(?<!\\)(\\*)\|/g, (pipe, slashes: string) => (slashes.length % 2 === 1 ? pipe : `${slashes}\\|`));
}

/** The lines of a cell: what stands under one another in it. */
function linesIn(box: Element, context: MarkdownContext): string[] {
  const line = (nodes: readonly Node[]): string[] => [lineOf(nodes, context)].filter((text) => text.trim() !== '');
  return walkBlocks(box, { line, block: (block) => partOf(block, context) });
}

function partOf(part: Element, context: MarkdownContext): string[] {
  if (part.tagName === 'PRE') return (part.textContent ?? '').split('\n').map(inlineCode).filter((code) => code.trim() !== '');
  if (part.tagName === 'TR') return [[...part.children].map((cell) => linesIn(cell, context).join(' ')).join(' · ')];
  const lines = linesIn(part, context);
  return part.tagName === 'LI' ? lines.map((line, place) => (place === 0 ? signOf(part) + line : line)) : lines;
}

function signOf(item: Element): string {
  const list = item.parentElement;
  return list?.tagName === 'OL' ? `${[...list.children].indexOf(item) + 1}. ` : '• ';
}

import { lineOf, pictureOf } from './markdown-line.ts';
import type { MarkdownContext } from './markdown-notes.ts';
import { tableOf } from './markdown-table.ts';
import { destination, emphasize, escapeLineStart, fenceFor, headingLine } from './markdown-text.ts';
import { walkBlocks } from './walk-blocks.ts';

/** The blocks inside a node as Markdown, one string a block; loose text between blocks is a paragraph. */
export function blocksOf(parent: Node, context: MarkdownContext): string[] {
  return walkBlocks(parent, { line: (nodes) => paragraphOf(nodes, context), block: (block) => blockOf(block, context) });
}

function blockOf(block: Element, context: MarkdownContext): string[] {
  const tag = block.tagName;
  if (isFootnote(block, context)) return [];
  if (/^H[1-6]$/.test(tag)) return headingOf(block, context);
  if (tag === 'P' || tag === 'FIGCAPTION') return paragraphOf(block.childNodes, context);
  if (tag === 'UL' || tag === 'OL') return listOf(block, context);
  if (tag === 'PRE') return codeOf(block);
  if (tag === 'TABLE') return tableOf(block, context);
  if (tag === 'BLOCKQUOTE') return quoteOf(block, context);
  if (tag === 'FIGURE') return figureOf(block, context);
  if (tag === 'HR') return ['* * *'];
  if (tag === 'DT') return paragraphOf(block.childNodes, context).map((line) => emphasize(line, '**', { before: '', after: '' }));
  if (tag === 'DD') return [indent(blocksOf(block, context).join('\n\n'), '- ')];
  return blocksOf(block, context);
}

/** Footnotes stand at the end, wherever the page had them. */
function isFootnote(block: Element, { footnotes }: MarkdownContext): boolean {
  return [...footnotes.values()].some(({ target }) => target === block);
}

function paragraphOf(nodes: Iterable<Node>, context: MarkdownContext): string[] {
  const line = lineOf(nodes, context);
  return line.trim() === '' ? [] : [line.split('\n').map(escapeLineStart).join('\n')];
}

function headingOf(heading: Element, context: MarkdownContext): string[] {
  const line = lineOf(heading.childNodes, context).replace(/(?<!\s)\s*\n\s*/g, ' ');
  return line === '' ? [] : [headingLine(Number(heading.tagName.slice(1)), line)];
}

function quoteOf(quote: Element, context: MarkdownContext): string[] {
  const inner = blocksOf(quote, context).join('\n\n');
  return inner === '' ? [] : [inner.split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')];
}

function codeOf(pre: Element): string[] {
  // What editors set in with hard spaces would not run.
  const code = (pre.textContent ?? '').replaceAll('\u00a0', ' ').replace(/(?<!\n)\n+$/, '');
  const fence = fenceFor(code, 3);
  const language = pre.getAttribute('data-language') ?? pre.querySelector('[data-language]')?.getAttribute('data-language') ?? '';
  return [`${fence}${language.replace(/[^\w+#.-]/g, '')}\n${code}\n${fence}`];
}

function figureOf(figure: Element, context: MarkdownContext): string[] {
  const video = figure.getAttribute('data-video');
  const address = video === null ? [] : [`<${destination(video).replace(/^<|>$/g, '')}>`];
  const caption = figure.querySelector(figure.querySelector('figure') ? ':scope > figcaption' : 'figcaption');
  const words = caption ? captionOf(caption, context) : [];
  // Tables, code and quotes stand in figures too, and figures in figures.
  if ([...figure.childNodes].some((node) => !node.contains(caption) && (node.textContent ?? '').trim() !== '') || figure.querySelector('figure, table')) {
    caption?.remove();
    return [...address, ...blocksOf(figure, context), ...words];
  }
  const pictures = [...figure.querySelectorAll('img')].map(pictureOf).filter((picture) => picture !== '');
  const lines = [...address, ...pictures, ...words];
  return lines.length === 0 ? [] : [lines.join('  \n')];
}

function captionOf(caption: Element, context: MarkdownContext): string[] {
  const line = lineOf(caption.childNodes, context).replace(/(?<!\s)\s*\n\s*/g, ' ');
  return line === '' ? [] : [emphasize(line, '*', { before: '', after: '' })];
}

function listOf(list: Element, context: MarkdownContext): string[] {
  const items = [...list.children].filter((item) => !isFootnote(item, context));
  const first = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  const start = Number.isInteger(first) && first >= 0 ? first : 1;
  const sign = signOf(list);
  const lines = items.map((item, place) => itemOf(item, { mark: list.tagName === 'OL' ? `${start + place}${sign} ` : `${sign} `, context }));
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Two lists in a row would run together: every other one has another sign. */
function signOf(list: Element): string {
  let turn = 0;
  for (let before = list.previousElementSibling; before?.tagName === list.tagName; before = before.previousElementSibling) turn += 1;
  return (list.tagName === 'OL' ? '.)' : '-*').charAt(turn % 2);
}

/** What may follow a line without an empty one between; a list that does not begin with 1 may not. */
const closeBlock = /^(?:(?:[-*]|1[.)]) +\S|>)/;

/** A list directly inside a list belongs to the item before it: it is only set in. */
function itemOf(item: Element, { mark, context }: { mark: string; context: MarkdownContext }): string {
  if (item.tagName === 'UL' || item.tagName === 'OL') return indent(listOf(item, context).join('\n'), ' '.repeat(mark.length));
  const inner = blocksOf(item, context);
  // A lone paragraph before a nested list stays close to it, as the page showed it.
  const isClose = inner.length === 2 && closeBlock.test(inner[1] ?? '') && !/^(```|\|)/.test(inner[0] ?? '');
  return indent(inner.join(isClose ? '\n' : '\n\n'), mark);
}

function indent(text: string, mark: string): string {
  const margin = ' '.repeat(mark.length);
  return text.split('\n').map((line, index) => (index === 0 ? mark + line : line === '' ? '' : margin + line)).join('\n');
}

import { highlightAttribute } from './highlight-marks.ts';
import type { MarkdownContext } from './markdown-notes.ts';
import { isBackLink } from './markdown-notes.ts';
import { marks } from './markdown-tidy.ts';
import { destination, emphasize, escapeText, firstOf, formulaText, inlineCode, lastOf, wrapInTag } from './markdown-text.ts';

const keptTags = new Set(['SUP', 'SUB', 'KBD', 'U', 'INS', 'SMALL']);

/** The nodes of one line (a paragraph, a heading, a cell) as Markdown. */
export function lineOf(nodes: Iterable<Node>, context: MarkdownContext): string {
  return joinedLine(nodes, context).replace(/^ +|(?<! ) +$/g, '').replace(/(?<! ) +\n *|\n */g, (end) => (end.startsWith('  ') ? '  \n' : '\n'));
}

function joinedLine(nodes: Iterable<Node>, context: MarkdownContext): string {
  let line = '';
  for (const node of nodes) line += inlineOf(node, { line, context });
  return line;
}

/** What stands within a mark or a link: an empty line would end it. */
function innerLine(element: Element, context: MarkdownContext): string {
  return joinedLine(element.childNodes, context).replace(/(?<! )(?: *\n){2,}/g, '  \n');
}

interface Place {
  /** What stands before on the same line. */
  line: string;
  context: MarkdownContext;
}

function inlineOf(node: Node, place: Place): string {
  if (node.nodeType === Node.TEXT_NODE) return textAfter(place.line, escapeText((node as Text).data));
  return node.nodeType === Node.ELEMENT_NODE ? elementOf(node as Element, place) : '';
}

/** Behind the sign of a note a bracket would make it a link, and a colon the note itself. */
function textAfter(line: string, text: string): string {
  return line.endsWith(']') && !line.endsWith('\\]') ? text.replace(/^[(:]/, '\\$&') : text;
}

function elementOf(element: Element, { line, context }: Place): string {
  const tag = element.tagName;
  if (tag === 'BR') return '  \n';
  if (tag === 'IMG') return pictureOf(element);
  if (element.hasAttribute('data-tex')) return `$${formulaText(element.getAttribute('data-tex') ?? '')}$`;
  if (tag === 'CODE' || tag === 'SAMP') return inlineCode(element.textContent ?? '');
  if (tag === 'A') return linkOf(element, context) + notesIn(element, context);
  if (tag === 'RP') return '';
  const inner = innerLine(element, context);
  if (tag === 'Q') return `“${inner}”`;
  if (tag === 'RT') return `（${inner}）`;
  if (keptTags.has(tag)) return isFootnoteMark(inner) ? inner : wrapInTag(inner, tag.toLowerCase());
  const mark = marks[tag];
  const note = tag === 'MARK' && element.closest('a') === null ? noteOf(element, context) : '';
  if (mark === undefined || isWithin(element, mark)) return inner + note;
  return emphasize(inner, mark, { before: lastOf(line), after: note === '' ? characterAfter(element) : '[' }) + note;
}

/** Whether the same mark is open already. */
function isWithin({ parentElement }: Element, mark: string): boolean {
  for (let around = parentElement; around !== null; around = around.parentElement) if (marks[around.tagName] === mark) return true;
  return false;
}

/** A picture; the address stays as it is, so that the file shows what the article showed. */
export function pictureOf(picture: Element): string {
  const source = picture.getAttribute('src') ?? '';
  return source === '' ? '' : `![${escapeText(picture.getAttribute('alt') ?? '').trim()}](${destination(source)})`;
}

function linkOf(link: Element, context: MarkdownContext): string {
  const href = link.getAttribute('href') ?? '';
  if (isBackLink(link)) return '';
  const footnote = context.footnotes.get(href.slice(1));
  if (href.startsWith('#') && footnote) return `[^${footnote.label}]`;
  const text = innerLine(link, context);
  if (text.trim() === '' || href === '') return text;
  const plain = (link.textContent ?? '').trim();
  return plain === href && !/[<>\s`|]/.test(href) && !link.querySelector('mark') ? `<${href}>` : `[${text.replace(/<(https?:[^>]*)>/g, '$1')}](${destination(href)})`;
}

function isFootnoteMark(text: string): boolean {
  return /^(\[\^[\w-]+\]\s*)+$/.test(text);
}

/** The marks of the notes in a link: they stand behind it, for within it a program takes them for a link and it for none. */
function notesIn(link: Element, context: MarkdownContext): string {
  return Array.from(link.querySelectorAll('mark'), (mark) => noteOf(mark, context)).join('');
}

/** The mark of a person's note, behind the last piece of the highlight that it belongs to. */
function noteOf(mark: Element, { highlights }: MarkdownContext): string {
  const place = mark.getAttribute(highlightAttribute);
  if (place === null || highlights[Number(place)]?.note.trim() === '') return '';
  const pieces = rootOf(mark).querySelectorAll(`mark[${highlightAttribute}="${place}"]`);
  return pieces[pieces.length - 1] === mark ? `[^${noteLabel(Number(place))}]` : '';
}

/** The label under which a person's note on a highlight is written. */
export function noteLabel(place: number): string {
  return `note-${place + 1}`;
}

function rootOf(node: Node): DocumentFragment {
  return node.getRootNode() as DocumentFragment;
}

/** The character that follows an element on its line. */
function characterAfter(element: Element): string {
  for (let node: Node | null = element; node !== null && !/^(P|LI|H\d|TD|TH|DIV|BLOCKQUOTE|FIGCAPTION)$/.test(node.nodeName); node = node.parentNode) {
    for (let next = node.nextSibling; next !== null; next = next.nextSibling) {
      if (next.nodeName === 'BR') return '';
      const first = firstOf(next.textContent ?? '');
      if (first !== '') return first;
    }
  }
  return '';
}

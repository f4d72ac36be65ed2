import { highlightAttribute } from './highlight-marks.ts';
import type { MarkdownContext } from './markdown-notes.ts';
import { isBackLink } from './markdown-notes.ts';
import { destination, emphasize, escapeText, formulaText, inlineCode, wrapInTag } from './markdown-text.ts';

const marks: Partial<Record<string, string>> = { STRONG: '**', B: '**', EM: '*', I: '*', CITE: '*', DFN: '*', DEL: '~~', S: '~~', MARK: '==' };
const keptTags = new Set(['SUP', 'SUB', 'KBD', 'U', 'INS', 'SMALL']);

/** The nodes of one line (a paragraph, a heading, a cell) as Markdown. */
export function lineOf(nodes: Iterable<Node>, context: MarkdownContext): string {
  return joinedLine(nodes, context).replace(/^ +|(?<! ) +$/g, '').replace(/(?<! ) +\n *|\n */g, (end) => (end.startsWith('  ') ? '  \n' : '\n'));
}

/** Where a mark ends and the same begins again it goes on: `**a****b**` would show its asterisks. */
function joinedLine(nodes: Iterable<Node>, context: MarkdownContext): string {
  let line = '';
  let last = '';
  for (const node of nodes) {
    const piece = inlineOf(node, { line, context });
    if (piece === '') continue;
    const mark = marks[node.nodeName] ?? '';
    const goesOn = mark !== '' && mark === last && line.endsWith(mark) && piece.startsWith(mark);
    line = goesOn ? line.slice(0, -mark.length) + piece.slice(mark.length) : line + piece;
    last = mark;
  }
  return line;
}

interface Place {
  /** What stands before on the same line. */
  line: string;
  context: MarkdownContext;
}

function inlineOf(node: Node, place: Place): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeText((node as Text).data);
  return node.nodeType === Node.ELEMENT_NODE ? elementOf(node as Element, place) : '';
}

function elementOf(element: Element, { line, context }: Place): string {
  const tag = element.tagName;
  if (tag === 'BR') return '  \n';
  if (tag === 'IMG') return pictureOf(element);
  if (element.hasAttribute('data-tex')) return `$${formulaText(element.getAttribute('data-tex') ?? '')}$`;
  if (tag === 'CODE' || tag === 'SAMP') return inlineCode(element.textContent ?? '');
  if (tag === 'A') return linkOf(element, context);
  if (tag === 'RP') return '';
  const inner = joinedLine(element.childNodes, context);
  if (tag === 'Q') return `“${inner}”`;
  if (tag === 'RT') return `（${inner}）`;
  if (keptTags.has(tag)) return isFootnoteMark(inner) ? inner : wrapInTag(inner, tag.toLowerCase());
  const mark = marks[tag];
  const note = tag === 'MARK' ? noteOf(element, context) : '';
  if (mark === undefined || isWithin(element, mark)) return inner + note;
  return emphasize(inner, mark, { before: line.at(-1) ?? '', after: note === '' ? characterAfter(element) : '[' }) + note;
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
  const text = joinedLine(link.childNodes, context);
  if (href.startsWith('#')) {
    const footnote = context.footnotes.get(href.slice(1));
    return footnote ? `[^${footnote.label}]` : text;
  }
  if (text.trim() === '' || href === '') return text;
  const plain = (link.textContent ?? '').trim();
  return plain === href && !/[<>\s`|]/.test(href) ? `<${href}>` : `[${text.replace(/<(https?:[^>]*)>/g, '$1')}](${destination(href)})`;
}

function isFootnoteMark(text: string): boolean {
  return /^(\[\^[\w-]+\]\s*)+$/.test(text);
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
      const first = next.textContent?.[0];
      if (first !== undefined) return first;
    }
  }
  return '';
}

import { followable, printable } from './html-text.ts';

/** What each element keeps; a book's checker knows no others, and `title` and `id` are kept on all. */
const attributes: Record<string, readonly string[]> = {
  A: ['href'], IMG: ['src', 'alt'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan'], OL: ['start'], P: ['class'], DIV: ['class'], SMALL: ['class'],
};
const phrasing = new Set([
  'A', 'ABBR', 'B', 'BDI', 'BR', 'CITE', 'CODE', 'DEL', 'DFN', 'EM', 'I', 'IMG', 'INS', 'KBD', 'MARK', 'Q', 'RUBY', 'RP', 'RT', 'S', 'SAMP', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U', 'VAR', 'WBR',
]);
const onlyPhrasing = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', ...phrasing]);
/** What may stand in these and nothing else. */
const children: Record<string, readonly string[]> = {
  UL: ['LI'], OL: ['LI'], TABLE: ['CAPTION', 'THEAD', 'TBODY', 'TFOOT', 'TR'], THEAD: ['TR'], TBODY: ['TR'], TFOOT: ['TR'], TR: ['TD', 'TH'], DL: ['DT', 'DD'],
};
const parents: Record<string, readonly string[]> = {
  LI: ['UL', 'OL'], CAPTION: ['TABLE'], THEAD: ['TABLE'], TBODY: ['TABLE'], TFOOT: ['TABLE'], TR: ['TABLE', 'THEAD', 'TBODY', 'TFOOT'],
  TD: ['TR'], TH: ['TR'], DT: ['DL'], DD: ['DL'], FIGCAPTION: ['FIGURE'], RT: ['RUBY'], RP: ['RUBY'],
};

/**
 * Brings sanitised content into the strict form of a book: browsers forgive a list in a list and a block
 * in a line, an e-reader's parser does not. Not one character of the text is lost.
 */
export function makeStrict(content: DocumentFragment): void {
  for (const element of [...content.querySelectorAll('*')]) keepAttributes(element);
  // From the outside in: a part whose whole has just gone has to go too.
  for (const element of [...content.querySelectorAll('*')]) settle(element);
  for (const element of [...content.querySelectorAll(Object.keys(children).join())].reverse()) fillStrictParent(element);
  for (const figure of content.querySelectorAll('figure')) settleCaption(figure);
  dropTwinIds(content);
  for (const link of [...content.querySelectorAll('a')]) settleLink(link, content);
  const walker = content.ownerDocument.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) (walker.currentNode as Text).data = printable((walker.currentNode as Text).data);
}

function keepAttributes(element: Element): void {
  const kept = attributes[element.tagName] ?? [];
  for (const { name, value } of [...element.attributes]) {
    if (!kept.includes(name) && name !== 'title' && name !== 'id') element.removeAttribute(name);
    else if (/span$|^start$/.test(name) && !/^[1-9]\d{0,2}$/.test(value)) element.removeAttribute(name);
    else element.setAttribute(name, printable(value));
  }
  if (element.tagName === 'IMG' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
}

/** Blocks go out of lines, and parts out of places where they are no part of anything. */
function settle(element: Element): void {
  const { tagName, parentElement } = element;
  const astray = parents[tagName] !== undefined && !parents[tagName].includes(parentElement?.tagName ?? '');
  const blockInLine = !phrasing.has(tagName) && parentElement !== null && onlyPhrasing.has(parentElement.tagName);
  const inItself = /^(?:A|DFN)$/.test(tagName) && parentElement !== null && parentElement.closest(tagName) !== null;
  // A `<time>` that does not say when may hold nothing but text.
  const useless = /^(?:COL|COLGROUP|TIME)$/.test(tagName);
  if (useless || astray || blockInLine || inItself || (tagName === 'RUBY' && !isPlainRuby(element))) unwrap(element);
}

/** Words, each with its reading behind it; brackets for those who cannot show it above are only text. */
function isPlainRuby(ruby: Element): boolean {
  const parts = [...ruby.childNodes].filter(({ nodeType, textContent }) => nodeType === Node.ELEMENT_NODE || (textContent ?? '').trim() !== '');
  const signs = parts.map(({ nodeName }) => (/^R[PT]$/.test(nodeName) ? nodeName.charAt(1) : '.')).join('');
  return /^(?:\.+(?:T|PTP))+$/.test(signs) && ruby.querySelector('rp *') === null;
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** In a list or a table, what is no item or row becomes one; empty lists go. */
function fillStrictParent(parent: Element): void {
  if (parent.tagName === 'TABLE') orderTable(parent as HTMLTableElement);
  const allowed = children[parent.tagName] ?? [];
  for (const node of [...parent.childNodes]) {
    if (node.nodeType === Node.ELEMENT_NODE && allowed.includes((node as Element).tagName)) continue;
    if ((node.textContent ?? '').trim() === '' && !(node as Element).querySelector?.('img')) node.remove();
    else adopt(parent, node as ChildNode);
  }
  if (parent.tagName === 'DL' && parent.lastElementChild?.tagName !== 'DD') parent.append(parent.ownerDocument.createElement('dd'));
  if (parent.tagName === 'DL' && parent.firstElementChild?.tagName !== 'DT') parent.prepend(parent.ownerDocument.createElement('dt'));
  if (parent.childElementCount === 0 && /^(UL|OL|TABLE|THEAD|TBODY|TFOOT)$/.test(parent.tagName)) parent.remove();
}

/** The parts of a table stand in the order in which they are shown. */
function orderTable(table: HTMLTableElement): void {
  const { caption, tHead, tFoot } = table;
  table.prepend(...[caption, tHead].filter((part) => part !== null));
  if (tFoot) table.append(tFoot);
}

function adopt(parent: Element, node: ChildNode): void {
  const before = node.previousSibling;
  if (before !== null && /^(LI|DD|TD|TH)$/.test(before.nodeName)) {
    before.appendChild(node);
    return;
  }
  const wrapper: Record<string, string> = { UL: 'li', OL: 'li', DL: 'dd', TR: 'td' };
  const tag = wrapper[parent.tagName];
  if (tag === undefined) {
    (parent.closest('table') ?? parent).before(node);
    return;
  }
  const box = parent.ownerDocument.createElement(tag);
  node.replaceWith(box);
  box.append(node);
}

/** A figure has one caption, at its end. */
function settleCaption(figure: Element): void {
  const captions = [...figure.querySelectorAll(':scope > figcaption')];
  for (const caption of captions.slice(0, -1)) unwrap(caption);
  const last = captions.at(-1);
  if (last) figure.append(last);
}

function dropTwinIds(content: DocumentFragment): void {
  const seen = new Set<string>();
  for (const element of content.querySelectorAll('[id]')) {
    if (seen.has(element.id) || !/^[A-Za-z][\w-]*$/.test(element.id)) element.removeAttribute('id');
    else seen.add(element.id);
  }
}

/** A link leads to a place in this text or out into the web; any other is only its words. */
function settleLink(link: Element, content: DocumentFragment): void {
  const href = link.getAttribute('href') ?? '';
  const isInside = href.startsWith('#') && /^#[A-Za-z][\w-]*$/.test(href) && content.querySelector(`[id="${href.slice(1)}"]`) !== null;
  const address = isInside ? href : followable(href);
  if (address === undefined) unwrap(link);
  else link.setAttribute('href', address);
}

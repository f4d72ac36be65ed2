import { hasDoubleBreaks, isHidden, isListWithoutItems, isPlain } from './block-shapes.ts';
import { splitAtBreaks, trimEdges } from './line-breaks.ts';
import { moveChildren } from './move-children.ts';
import { picturesIn } from './pictures.ts';
import { textLength, textOf } from './text.ts';

/** Blocks that stand as they are. */
const whole = new Set(['UL', 'OL', 'DL', 'PRE', 'HR', 'MATH', 'DETAILS']);
const headings = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const dropped = new Set(['SCRIPT', 'STYLE', 'NAV', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'CANVAS', 'OBJECT', 'NOSCRIPT', 'LINK', 'META', 'SVG', 'svg', 'MAP', 'TEMPLATE']);
const inline = new Set([
  'A', 'ABBR', 'B', 'BDI', 'BDO', 'BIG', 'CITE', 'CODE', 'DATA', 'DEL', 'DFN', 'EM', 'FONT', 'I', 'IMG', 'INS', 'KBD', 'LABEL', 'MARK', 'PICTURE', 'Q', 'RUBY',
  'S', 'SAMP', 'SMALL', 'SPAN', 'STRIKE', 'STRONG', 'SUB', 'SUP', 'TIME', 'TT', 'U', 'VAR', 'WBR',
]);
const blockInside = 'p, div, section, article, ul, ol, dl, table, blockquote, pre, figure, h1, h2, h3, h4, h5, h6, hr, center, iframe, video';

/** The blocks of a flattened body, in order. */
export function blocksOf(body: Element): Element[] {
  return [...body.children];
}

/**
 * Rebuilds a page's fragment as a flat row of blocks: paragraphs, headings, lists, quotes, tables, figures. Wrappers
 * of any depth go, loose text and text parted by `<br>` becomes paragraphs, pictures stand by themselves.
 *
 * @returns a new `<div>`; the nodes are moved out of `root`.
 */
export function flattenBlocks(root: Element): Element {
  const flow = new Flow(root.ownerDocument.createElement('div'));
  flow.addChildren(root);
  flow.endLine();
  return flow.body;
}

class Flow {
  private line: Node[] = [];
  private align = '';
  private strong = false;
  /** In a container that parts its paragraphs by two breaks, one break is only a line's end. */
  private partsByTwo = false;

  constructor(readonly body: Element) {}

  addChildren(parent: Node): void {
    const outer = this.partsByTwo;
    this.partsByTwo = hasDoubleBreaks(parent);
    for (const node of [...parent.childNodes]) this.add(node);
    this.partsByTwo = outer;
  }

  endLine(): void {
    const line = this.line;
    this.line = [];
    let text: Node[] = [];
    for (const node of line) {
      const pictures = picturesIn(node);
      if (pictures.length === 0) text.push(node);
      else if (textLength(node) === 0) {
        this.emitParagraph(text);
        text = [];
        for (const picture of pictures) this.emitFigure(picture);
      } else {
        text.push(node);
        this.emitParagraph(text);
        text = [];
        for (const picture of pictures) this.emitFigure(picture);
      }
    }
    this.emitParagraph(text);
  }

  private add(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) this.line.push(node);
    else if (node.nodeType === Node.ELEMENT_NODE) this.addElement(node as Element);
  }

  private addElement(element: Element): void {
    const tag = element.tagName;
    if (element.hasAttribute('data-removal') || element.hasAttribute('data-video')) this.emit(element);
    else if (dropped.has(tag) || isHidden(element)) return;
    else if (tag === 'BR') this.addBreak(element);
    else if (inline.has(tag)) this.addInline(element);
    else if (tag === 'P') this.addParagraph(element);
    else if (headings.has(tag)) this.addHeading(element);
    else if (tag === 'BLOCKQUOTE') this.addQuote(element);
    else if (tag === 'FIGURE') this.addFigure(element);
    else if (tag === 'TABLE') this.addTable(element);
    else if (tag === 'IFRAME' || tag === 'VIDEO' || tag === 'AUDIO' || tag === 'EMBED') this.addMedia(element);
    else if (whole.has(tag) && !isListWithoutItems(element)) this.emit(element);
    else this.addContainer(element);
  }

  private addBreak(lineBreak: Element): void {
    const last = this.line.findLast((node) => textLength(node) > 0 || node.nodeName === 'BR' || picturesIn(node).length > 0);
    if (!this.partsByTwo || last?.nodeName === 'BR') {
      if (last?.nodeName === 'BR') this.line.splice(this.line.lastIndexOf(last), 1);
      this.endLine();
    } else if (last) this.line.push(lineBreak);
  }

  private addInline(element: Element): void {
    if (element.querySelector(blockInside)) {
      const strong = this.strong;
      this.strong ||= /^(B|STRONG)$/.test(element.tagName);
      this.addContainer(element);
      this.strong = strong;
    } else if (element.querySelector('br') && /^(SPAN|FONT|B|STRONG|EM|I)$/.test(element.tagName)) this.addBrokenLine(element);
    else this.line.push(element);
  }

  /** `<span>one<br>two</span>`: the wrapper is given to each line. */
  private addBrokenLine(wrapper: Element): void {
    let part = wrapper.cloneNode(false) as Element;
    for (const node of [...wrapper.childNodes]) {
      if (node.nodeName === 'BR') {
        this.line.push(part, node);
        part = wrapper.cloneNode(false) as Element;
      } else part.append(node);
    }
    this.line.push(part);
  }

  private addContainer(element: Element): void {
    const align = this.align;
    this.endLine();
    this.align = element.getAttribute('data-align') ?? align;
    this.addChildren(element);
    this.endLine();
    this.align = align;
  }

  private addParagraph(paragraph: Element): void {
    this.endLine();
    if (!this.strong && isPlain(paragraph)) {
      if (this.align && !paragraph.hasAttribute('data-align')) paragraph.setAttribute('data-align', this.align);
      trimEdges(paragraph);
      if (textLength(paragraph) > 0) this.body.append(paragraph);
      return;
    }
    if (paragraph.querySelector(blockInside)) {
      this.addContainer(paragraph);
      return;
    }
    const align = this.align;
    this.align = paragraph.getAttribute('data-align') ?? align;
    const inner = new Flow(this.body);
    for (const node of [...paragraph.childNodes]) {
      if (node.nodeName === 'BR') inner.line.push(node);
      else if (node.nodeType === Node.ELEMENT_NODE && /^(SPAN|FONT|B|STRONG)$/.test(node.nodeName) && (node as Element).querySelector('br')) inner.addBrokenLine(node as Element);
      else if (node.nodeType !== Node.ELEMENT_NODE || !(dropped.has(node.nodeName) || isHidden(node as Element))) inner.line.push(node);
    }
    for (const line of splitAtBreaks(inner.line)) {
      this.line = line;
      this.endLine();
    }
    this.align = align;
  }

  private addHeading(heading: Element): void {
    this.endLine();
    for (const picture of picturesIn(heading)) this.emitFigure(picture);
    if (textLength(heading) > 0) this.emit(heading);
  }

  private addQuote(quote: Element): void {
    const inner = flattenBlocks(quote);
    if (inner.childElementCount === 0) return;
    const clean = quote.ownerDocument.createElement('blockquote');
    moveChildren(inner, clean);
    this.emit(clean);
  }

  private addFigure(figure: Element): void {
    const pictures = picturesIn(figure);
    if (pictures.length === 0 || figure.querySelector('table, pre, p + p')) {
      this.addContainer(figure);
      return;
    }
    this.endLine();
    const caption = figure.querySelector('figcaption');
    caption?.remove();
    const captionText = caption ? textOf(caption) : textOf(figure);
    pictures.forEach((picture, index) => this.emitFigure(picture, index === pictures.length - 1 ? captionText : ''));
  }

  private addTable(table: Element): void {
    const cells = table.querySelectorAll('td, th').length;
    const rows = table.querySelectorAll('tr').length;
    const isLayout = rows < 2 || cells / rows < 2 || table.querySelector('td p + p + p, td table') !== null;
    if (isLayout) this.addContainer(table);
    else this.emit(table);
  }

  private addMedia(element: Element): void {
    const address = element.getAttribute('src') || element.getAttribute('data-src') || element.querySelector('source')?.getAttribute('src') || '';
    if (!/^(https?:)?\/\//.test(address)) return;
    const box = element.ownerDocument.createElement('figure');
    box.setAttribute('data-video', address);
    this.emit(box);
  }

  private emit(block: Element): void {
    this.endLine();
    this.body.append(block);
  }

  private emitFigure(picture: Element, caption = ''): void {
    const figure = picture.ownerDocument.createElement('figure');
    figure.append(picture);
    if (caption) {
      const line = picture.ownerDocument.createElement('figcaption');
      line.textContent = caption;
      figure.append(line);
    }
    this.body.append(figure);
  }

  private emitParagraph(nodes: Node[]): void {
    if (!nodes.some((node) => textLength(node) > 0 || (node.nodeType === Node.ELEMENT_NODE && (node as Element).matches('img, :has(img)')))) return;
    const paragraph = this.body.ownerDocument.createElement('p');
    const inner = this.strong ? this.body.ownerDocument.createElement('strong') : paragraph;
    for (const node of nodes) inner.append(node);
    if (inner !== paragraph) paragraph.append(inner);
    if (this.align) paragraph.setAttribute('data-align', this.align);
    trimEdges(paragraph);
    this.body.append(paragraph);
  }
}

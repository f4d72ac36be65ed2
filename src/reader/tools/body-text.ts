/** What stands in the body but is no text of the article: what was given back, and what the tools add. */
const notText = '[data-removal], [data-aside]';

/** A stretch of the body's text, by offsets in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** The text of the body in one string, and the nodes that it is made of. */
export interface BodyText {
  text: string;
  pieces: { node: Text; start: number }[];
}

/** Reads the article's text as it stands in the body; marks in it make no difference. */
export function readBodyText(body: HTMLElement): BodyText {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element ? (node.matches(notText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP) : NodeFilter.FILTER_ACCEPT);
  const pieces: BodyText['pieces'] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}

/** What was written in an element, without what the reader adds: drawn formulas, cards of videos. */
export function writtenText(element: HTMLElement): string {
  return element.querySelector(notText) === null ? (element.textContent ?? '') : readBodyText(element).text;
}

/** The stretch of the text that lies within a range; undefined when none does. */
export function stretchOf({ pieces }: BodyText, range: AbstractRange): Stretch | undefined {
  const probe = range.startContainer.ownerDocument?.createRange();
  probe?.setStart(range.startContainer, range.startOffset);
  probe?.setEnd(range.endContainer, range.endOffset);
  const within = pieces.filter(({ node }) => probe?.intersectsNode(node));
  const [first] = within;
  const last = within.at(-1);
  if (!first || !last) return undefined;
  const start = first.start + (first.node === range.startContainer ? range.startOffset : 0);
  const end = last.start + (last.node === range.endContainer ? range.endOffset : last.node.length);
  return start < end ? { start, end } : undefined;
}

/** The text of one block after the other. */
export interface Chunk extends Stretch {
  block: Element | null;
}

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, caption, blockquote, pre';

/** What of the text stands in one block and then in the next: neither a sentence nor a quoted line goes on from one to the other. */
export function chunksOf({ pieces }: BodyText): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { node, start } of pieces) {
    const block = node.parentElement?.closest(blocks) ?? null;
    const last = chunks.at(-1);
    if (last && last.block === block) last.end = start + node.length;
    else chunks.push({ block, start, end: start + node.length });
  }
  return chunks;
}

/** The range that a stretch of the text covers. */
export function rangeOf({ pieces }: BodyText, { start, end }: Stretch): Range | undefined {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return undefined;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

/** Wraps a stretch of the text in marks, one for each node that it touches; not a letter of the text changes. */
export function wrapText(body: HTMLElement, stretch: Stretch, make: () => HTMLElement): HTMLElement[] {
  return wrapAll(body, [stretch], make);
}

/** Wraps stretches that follow each other and do not overlap; `make` is told which of them a mark is for. */
export function wrapAll(body: HTMLElement, stretches: readonly Stretch[], make: (index: number) => HTMLElement): HTMLElement[] {
  const { pieces } = readBodyText(body);
  // From the last to the first: splitting a node leaves what stands before it as it is.
  return stretches.map((stretch, index) => ({ stretch, index })).reverse().flatMap(({ stretch, index }) => {
    const first = Math.max(0, pieces.findLastIndex(({ start }) => start <= stretch.start));
    const last = pieces.findLastIndex(({ start }) => start < stretch.end);
    return pieces.slice(first, last + 1).flatMap((piece) => wrapPiece(piece, stretch, () => make(index)));
  });
}

function wrapPiece({ node, start: from }: BodyText['pieces'][number], { start, end }: Stretch, make: () => HTMLElement): HTMLElement[] {
  const [first, last] = [Math.max(start - from, 0), Math.min(end - from, node.length)];
  if (first >= last || isBetweenBlocks(node)) return [];
  const middle = first > 0 ? node.splitText(first) : node;
  if (last - first < middle.length) middle.splitText(last - first);
  const mark = make();
  middle.replaceWith(mark);
  mark.append(middle);
  return [mark];
}

/** White space between blocks is no text: a mark there would break lists and tables. */
function isBetweenBlocks(node: Text): boolean {
  return node.data.trim() === '' && node.parentElement?.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, pre, figcaption') === null;
}

/** Takes marks out again and joins the text as it was. */
export function unwrap(marks: Iterable<Element>): void {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

import { foldForMatch, lengthOf, textOf } from './text.ts';

/** The element that carries the article's title on the page, and the short texts round it: where author, source and date stand. */
export interface Headline {
  element: Element | undefined;
  /** The title as the page prints it in that element, or empty. */
  text: string;
  /** Elements with a text of at most 80 characters just before and after the title, in document order. */
  surroundings: Element[];
  /** Elements after the title with a text of at most 320 characters, in document order: where a standfirst may stand. */
  after: Element[];
}

const headingLike = 'h1, h2, h3, h4, h5, [itemprop~="headline"], [class*="title" i], [id*="title" i], [class*="headline" i]';
const longestTitle = 120;
const longestSnippet = 80;
const longestStandfirst = 320;
const snippetsAfter = 60;
const snippetsBefore = 12;

/**
 * Finds the title on the page.
 *
 * @param titles what the document calls itself (`<title>`, og:title …), each possibly with the site's name behind it.
 */
export function findHeadline(page: Document, titles: string[]): Headline {
  const folded = titles.map(foldForMatch).filter((title) => title.length > 0);
  let best: { element: Element; text: string; score: number } | undefined;
  for (const element of page.querySelectorAll(headingLike)) {
    const text = textOf(element);
    const length = lengthOf(text);
    if (length < 4 || length > longestTitle) continue;
    const score = scoreTitle(foldForMatch(text), folded) + (element.tagName === 'H1' ? 0.05 : 0);
    if (score >= 0.3 && score > (best?.score ?? 0)) best = { element, text, score };
  }
  if (!best) {
    const only = page.querySelectorAll('h1');
    const [h1] = only;
    if (only.length === 1 && h1 && folded.length === 0 && textOf(h1)) best = { element: h1, text: textOf(h1), score: 0 };
  }
  return { element: best?.element, text: best?.text ?? '', surroundings: best ? surroundingsOf(best.element) : [], after: best ? snippets(best.element, 'next', snippetsAfter, longestStandfirst) : [] };
}

/** How much of one of the document's titles the text makes up: 1 for the whole, 0 when it does not begin it. */
function scoreTitle(text: string, titles: string[]): number {
  let score = 0;
  for (const title of titles) if (title.startsWith(text)) score = Math.max(score, text.length / title.length);
  return score;
}

function surroundingsOf(element: Element): Element[] {
  return [...snippets(element, 'previous', snippetsBefore).reverse(), ...snippets(element, 'next', snippetsAfter)];
}

function snippets(element: Element, direction: 'next' | 'previous', most: number, longest = longestSnippet): Element[] {
  const walker = element.ownerDocument.createTreeWalker(element.ownerDocument.body ?? element, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = direction === 'next' ? lastInside(element) : element;
  const found: Element[] = [];
  for (let steps = 0; steps < most * 6 && found.length < most; steps += 1) {
    const next = direction === 'next' ? walker.nextNode() : walker.previousNode();
    if (!next) break;
    const candidate = next as Element;
    if (/^(SCRIPT|STYLE|NOSCRIPT|SVG|svg|OPTION)$/.test(candidate.tagName) || candidate.contains(element)) continue;
    const length = lengthOf(textOf(candidate));
    if (length > longest && candidate.matches('p, blockquote') && direction === 'next') break;
    if (length > 0 && length <= longest) found.push(candidate);
  }
  return found;
}

function lastInside(element: Element): Element {
  let last = element;
  while (last.lastElementChild) last = last.lastElementChild;
  return last;
}

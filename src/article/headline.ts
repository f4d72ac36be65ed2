import { call, read, select, tagOf, walkTexts } from './readerable/unclobbered.ts';
import { brokenLines } from './text-content.ts';
import { foldForMatch, foldSpace, lengthOf, textLength, textLengthUpTo, textOf } from './text.ts';

/** A short text beside the title. */
export interface Snippet {
  element: Element;
  /** Its text, white space folded. */
  text: string;
  /** The lines of the text, which a `<br>` parts, so that a name is not glued to the date below it. */
  lines: string[];
}

/** The element that carries the article's title on the page, and the short texts round it: where author, source and date stand. */
export interface Headline {
  element: Element | undefined;
  /** The title as the page prints it in that element, or empty. */
  text: string;
  /** Texts of at most 80 characters just before and after the title, in document order. */
  surroundings: Snippet[];
  /** Elements after the title with a text of at most 320 characters, in document order: where a standfirst may stand. */
  after: Element[];
}

/** Where titles stand, the usual places first; the rarer ones are looked at only where these hold none. */
const headingLike = ['h1, h2, h3, h4, h5', '[itemprop~="headline"], [class*="title" i], [id*="title" i], [class*="headline" i]'];
const separator = /[|｜_丨»·:：—–-]/;
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
  let best = headingLike.reduce<Candidate | undefined>((found, selector) => found ?? bestOf(select(page, selector), folded), undefined);
  best ??= unmarked(page, folded);
  if (!best) {
    const only = select(page, 'h1');
    const [h1] = only;
    if (only.length === 1 && h1 && folded.length === 0 && textOf(h1)) best = { element: h1, text: textOf(h1), score: 0 };
  }
  if (!best) return { element: undefined, text: '', surroundings: [], after: [] };
  const after = snippets(page, best.element, { direction: 'next', most: snippetsAfter, longest: longestStandfirst });
  const before = snippets(page, best.element, { direction: 'previous', most: snippetsBefore, longest: longestSnippet }).reverse();
  return { element: best.element, text: best.text, surroundings: [...before, ...untilProse(after)].map(snippetOf), after };
}

interface Candidate {
  element: Element;
  text: string;
  score: number;
}

function bestOf(elements: Element[], titles: string[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const element of elements) {
    if (tagOf(element) === 'form' || textLengthUpTo(element, longestTitle) > longestTitle) continue;
    const text = textOf(element);
    if (lengthOf(text) < 4) continue;
    const score = scoreTitle(foldForMatch(text), titles) + (element.tagName === 'H1' ? 0.05 : 0);
    if (score >= 0.3 && score > (best?.score ?? 0)) best = { element, text, score };
  }
  return best;
}

/** The title in an element that nothing marks as one: the first whose own text is all of a title. */
function unmarked(page: Document, titles: string[]): Candidate | undefined {
  const body = read<Element | null>(page, 'body');
  if (!body || titles.length === 0) return undefined;
  const texts = walkTexts(page, body);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (data.length > longestTitle || data.length < 4 || !parentElement || lengthOf(data) < 4) continue;
    if (scoreTitle(foldForMatch(data), titles) > 0.6 && !/^(a|li|script|style|option|title)$/.test(tagOf(parentElement))) return { element: parentElement, text: foldSpace(data), score: 0.6 };
  }
  return undefined;
}

/** How much of one of the document's titles the text makes up: 1 for the whole, 0 when it does not begin it. */
function scoreTitle(text: string, titles: string[]): number {
  let score = 0;
  for (const title of titles) {
    if (title.startsWith(text)) score = Math.max(score, text.length / title.length);
    else if (title.endsWith(text) && separator.test(title.at(-text.length - 1) ?? '')) score = Math.max(score, (0.8 * text.length) / title.length); // site first, title behind it
  }
  return score;
}

function snippetOf(element: Element): Snippet {
  const text = textOf(element);
  return { element, text, lines: element.querySelector('br') ? brokenLines(element).filter(Boolean) : [text] };
}

/** The short texts up to the first paragraph. */
function untilProse(elements: Element[]): Element[] {
  const first = elements.findIndex((element) => textLength(element) > longestSnippet && isParagraph(element) && !element.querySelector('time, [itemprop~="author"], [rel~="author"]'));
  return elements.slice(0, first < 0 ? undefined : first).filter((element) => textLength(element) <= longestSnippet);
}

function isParagraph(element: Element): boolean {
  return element.matches('p, blockquote') || (element.matches('div, section') && !element.querySelector('div, section, p, ul, a, img'));
}

function snippets(page: Document, element: Element, { direction, most, longest }: { direction: 'next' | 'previous'; most: number; longest: number }): Element[] {
  const walker = call<TreeWalker>(page, 'createTreeWalker', read<Element>(page, 'documentElement'), NodeFilter.SHOW_ELEMENT);
  walker.currentNode = direction === 'next' ? lastInside(element) : element;
  const found: Element[] = [];
  for (let steps = 0; steps < most * 6 && found.length < most; steps += 1) {
    const next = direction === 'next' ? walker.nextNode() : walker.previousNode();
    if (!next) break;
    const candidate = next as Element;
    if (/^(script|style|noscript|svg|option|form|head|title|meta|link)$/.test(tagOf(candidate)) || candidate.contains(element)) continue;
    const length = textLengthUpTo(candidate, longest);
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

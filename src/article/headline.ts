import { parseDate } from './published-time.ts';
import { call, read, select, tagOf, walkTexts } from './readerable/unclobbered.ts';
import { brokenLines } from './text-content.ts';
import { foldForMatch, foldSpace, lengthOf, shortTextOf } from './text.ts';

/** A short text beside the title. */
export interface Snippet {
  element: Element;
  /** Its text, white space folded. */
  text: string;
}

/** One that may hold a name. */
export interface BrokenSnippet extends Snippet {
  /** The lines of the text, which a `<br>` parts, so that a name is not glued to the date below it. */
  lines: string[];
}

/** The element that carries the article's title on the page, and the short texts round it: where author, source and date stand. */
export interface Headline {
  element: Element | undefined;
  /** The title as the page prints it in that element, or empty. */
  text: string;
  /** Texts of at most 80 characters just before and after the title, in document order. */
  surroundings: BrokenSnippet[];
  /** Texts of at most 320 characters after the title, in document order: where a standfirst may stand. */
  after: Snippet[];
}

/** Where titles stand, the usual places first; the rarer ones are looked at only where these hold none. Both cases are written out: to ignore case costs three times as much. */
const headingLike = ['h1, h2, h3, h4, h5', '[itemprop~="headline"], [class*="title"], [class*="Title"], [id*="title"], [id*="Title"], [class*="headline"], [class*="Headline"]'];
const separator = /[|｜_丨»·:：—–-]/;
/** What parts a title from the names of tags and the site, and never the parts of a title from one another. */
const parting = /[|｜_丨»–—-]/;
/** The score of a text that is all that stands before a parting. */
const wholePart = 0.65;
const longestTitle = 120;
const longestSnippet = 80;
const longestStandfirst = 320;
const snippetsAfter = 60;
const snippetsBefore = 12;
/** Behind so many paragraphs of prose no standfirst stands. */
const mostParagraphs = 3;

/**
 * Finds the title on the page.
 *
 * @param titles what the document calls itself (`<title>`, og:title …), each possibly with the site's name behind it.
 */
export function findHeadline(page: Document, titles: string[]): Headline {
  const folded = titles.map(foldForMatch).filter((title) => title.length > 0);
  const places: Element[][] = [];
  const placesLike = (selector: string, index: number): Element[] => places[index] ??= select(page, selector); // a look over a large page takes milliseconds
  let best = headingLike.reduce<Candidate | undefined>((found, selector, index) => found ?? bestOf(placesLike(selector, index), folded), undefined);
  best ??= unmarked(page, folded);
  if (folded.every(namesNoArticle) && !(best && isOwnTitle(page, best))) best = headingAboveDate(page, headingLike.flatMap(placesLike)) ?? best;
  best ??= wordedAnew(select(page, 'h1'), folded);
  if (!best) return { element: undefined, text: '', surroundings: [], after: [] };
  const after = snippets(page, best.element, { direction: 'next', most: snippetsAfter, longest: longestStandfirst });
  const before = snippets(page, best.element, { direction: 'previous', most: snippetsBefore, longest: longestSnippet }).reverse();
  return { element: best.element, text: best.text, surroundings: [...before, ...untilProse(after)].map(withLines), after };
}

/** Shorter titles are mostly those of a section of the site. */
const shortestOwnTitle = 8;
/** As long as the names of sections and sites are. */
const longestSiteName = 14;
const mostTextsToDate = 6;
const longestDateLine = 60;
const shortestProse = 30;

/** Whether a title is made of the names of a site and its sections: 工作动态--港口学会官网. */
function namesNoArticle(title: string): boolean {
  return title.split(/[|｜_丨»·:：—–-]+/).every((part) => part.length <= longestSiteName);
}

/** The first heading, or what is marked as one, that is no link and has the date just below it and prose below that. */
function headingAboveDate(page: Document, places: Element[]): Candidate | undefined {
  for (const element of places) {
    const text = tagOf(element) === 'form' ? undefined : shortTextOf(element, longestTitle);
    if (text === undefined || lengthOf(text) < shortestOwnTitle || parseDate(text) || element.querySelector('a') || element.closest('a, li, nav, aside, footer')) continue;
    const below = textsFromDate(page, element);
    if (below.some((snippet) => lengthOf(snippet.text) >= shortestProse && isParagraph(snippet.element))) return { element, text, score: 0 };
  }
  return undefined;
}

/** The texts below an element from the line that says when it was published, if that stands just below. */
function textsFromDate(page: Document, element: Element): Snippet[] {
  const after = snippets(page, element, { direction: 'next', most: snippetsAfter, longest: longestStandfirst });
  const dated = after.slice(0, mostTextsToDate).findIndex(({ text }) => text.length <= longestDateLine && !/[。！？.!?]$/.test(text) && parseDate(text) !== '');
  return dated < 0 ? [] : after.slice(dated);
}

/** Whether a title that was found is more than the name of a section: the page's first heading, one of some length, or one with its own date below. */
function isOwnTitle(page: Document, { element, text }: Candidate): boolean {
  return element.tagName === 'H1' || text.length >= shortestOwnTitle || textsFromDate(page, element).length > 0;
}

/** How much of two wordings of one headline is the same, at least. */
const likeness = 0.5;

/** The page's only first heading, where the document calls itself nothing, or much the same in other words. */
function wordedAnew(firsts: Element[], titles: string[]): Candidate | undefined {
  const [element] = firsts;
  const text = element && firsts.length === 1 ? shortTextOf(element, longestTitle) : undefined;
  if (!element || !text) return undefined;
  const isAlike = titles.length === 0 || (lengthOf(text) >= shortestOwnTitle && titles.some((title) => likenessOf(foldForMatch(text), title) >= likeness));
  return isAlike ? { element, text, score: 0 } : undefined;
}

/** From 0 to 1: Dice's coefficient of the pairs of characters that stand in each. */
function likenessOf(text: string, other: string): number {
  const [pairs, others] = [text, other].map((words) => new Set(Array.from({ length: Math.max(words.length - 1, 0) }, (_, index) => words.slice(index, index + 2))));
  const shared = [...(pairs ?? [])].filter((pair) => others?.has(pair)).length;
  return (2 * shared) / Math.max((pairs?.size ?? 0) + (others?.size ?? 0), 1);
}

interface Candidate {
  element: Element;
  text: string;
  score: number;
}

function bestOf(elements: Element[], titles: string[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const element of elements) {
    const text = tagOf(element) === 'form' ? undefined : shortTextOf(element, longestTitle);
    if (text === undefined || lengthOf(text) < 4) continue;
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
  const beginnings = beginningsOf(titles);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (data.length > longestTitle || data.length < 4 || !beginnings.test(data) || !parentElement || lengthOf(data) < 4) continue;
    if (scoreTitle(foldForMatch(data), titles) > 0.6 && !/^(a|li|script|style|option|title)$/.test(tagOf(parentElement))) return { element: parentElement, text: foldSpace(data), score: 0.6 };
  }
  return undefined;
}

/** Finds out, of every text of a page, whether it begins as a title or a part of one does, before it is folded. */
function beginningsOf(titles: string[]): RegExp {
  const characters = new Set(titles.flatMap((title) => [...title].filter((_, index) => index === 0 || separator.test(title[index - 1] ?? ''))));
  const escaped = [...characters].map((character) => character.replace(/[\\\]^-]/, '\\$&')).join('');
  return new RegExp(`^\\s*(?:[${escaped}]|[^\\u0020-\\u007e\\u3400-\\u9fff])`, 'i'); // what is neither ASCII nor ideograph may be folded to another character
}

/** How much of one of the document's titles the text makes up: 1 for the whole, 0 when it does not begin it. */
function scoreTitle(text: string, titles: string[]): number {
  let score = 0;
  for (const title of titles) {
    if (title.startsWith(text)) score = Math.max(score, text.length / title.length, text.length >= shortestOwnTitle && parting.test(title.at(text.length) ?? '') ? wholePart : 0);
    else if (title.endsWith(text) && separator.test(title.at(-text.length - 1) ?? '')) score = Math.max(score, (0.8 * text.length) / title.length); // site first, title behind it
  }
  return score;
}

function withLines({ element, text }: Snippet): BrokenSnippet {
  return { element, text, lines: element.querySelector('br') ? brokenLines(element).filter(Boolean) : [text] };
}

/** The short texts up to the first paragraph. */
function untilProse(texts: Snippet[]): Snippet[] {
  const first = texts.findIndex(({ element, text }) => lengthOf(text) > longestSnippet && isParagraph(element) && !element.querySelector('time, [itemprop~="author"], [rel~="author"]'));
  return texts.slice(0, first < 0 ? undefined : first).filter(({ text }) => lengthOf(text) <= longestSnippet);
}

function isParagraph(element: Element): boolean {
  return element.matches('p, blockquote') || (element.matches('div, section') && !element.querySelector('div, section, p, ul, a, img'));
}

function snippets(page: Document, element: Element, { direction, most, longest }: { direction: 'next' | 'previous'; most: number; longest: number }): Snippet[] {
  const walker = call<TreeWalker>(page, 'createTreeWalker', read<Element>(page, 'documentElement'), NodeFilter.SHOW_ELEMENT);
  walker.currentNode = direction === 'next' ? lastInside(element) : element;
  const found: Snippet[] = [];
  let paragraphs = 0;
  for (let steps = 0; steps < most * 6 && found.length < most && paragraphs < mostParagraphs; steps += 1) {
    const next = direction === 'next' ? walker.nextNode() : walker.previousNode();
    if (!next) break;
    const candidate = next as Element;
    if (/^(script|style|noscript|svg|option|form|head|title|meta|link)$/.test(tagOf(candidate)) || candidate.contains(element)) continue;
    const text = shortTextOf(candidate, longest);
    if (text) {
      found.push({ element: candidate, text });
      if (text.length > longestSnippet && isParagraph(candidate)) paragraphs += 1;
    } else if (text === undefined && direction === 'next' && candidate.matches('p, blockquote') && !candidate.querySelector('script')) break;
  }
  return found;
}

function lastInside(element: Element): Element {
  let last = element;
  while (last.lastElementChild) last = last.lastElementChild;
  return last;
}

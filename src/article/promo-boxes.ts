import { boxRules } from '../rules/box-rules.ts';
import { lineRules } from '../rules/line-rules.ts';
import type { BoxRule } from '../rules/promo-rule.ts';
import type { RemovalGroup } from './article.ts';
import { take } from './stripped.ts';
import type { Stripped } from './stripped.ts';
import { foldForRules, lengthOf, linkDensity, textLength, textOf } from './text.ts';

/** A paragraph of this many characters is prose. */
const proseLength = 40;
/** Above a comment section there is at least so much text. */
const shortestAbove = 300;

/**
 * Takes out the boxes that are known by their names, and cards that are one link round whole blocks.
 *
 * @param selectors what a site's rule knows to be clutter within the body.
 */
export function stripBoxes(root: Element, selectors: readonly string[] = []): Stripped[] {
  const stripped: Stripped[] = [];
  for (const selector of selectors) for (const box of root.querySelectorAll(selector)) {
    if (textLength(box) > 0 || box.querySelector('img')) stripped.push(take(box, 'boxes', { id: 'site-rule', group: 'ad' }));
    else box.remove();
  }
  stripped.push(...commentSections(root));
  const whole = textLength(root);
  for (const element of root.querySelectorAll('div, section, aside, ul, ol, p, footer, header, nav, form, a, table, dl, details, figure, blockquote')) {
    if (!root.contains(element) || element === root) continue;
    const rule = namedBox(element, whole);
    if (rule) stripped.push(take(element, 'boxes', rule));
    else if (isLinkCard(element)) stripped.push(take(element, 'boxes', { id: 'link-card', group: 'ad' }));
    else if (isLinkList(element) && isPart(element, whole * 0.3) && !isUnderHeading(element)) stripped.push(take(element, 'boxes', { id: 'link-list', group: 'related' }));
    else if (/^(ASIDE|NAV|FOOTER)$/.test(element.tagName) && isPart(element, whole * 0.3)) stripped.push(take(element, 'boxes', { id: element.tagName.toLowerCase(), group: 'navigation' }));
  }
  return stripped;
}

/** A heading that counts the comments, or asks for one, and all that its container holds behind it. */
function commentSections(root: Element): Stripped[] {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const heading = headings.find((element) => commentsBegin(foldForRules(element.textContent ?? '')) && isFarDown(element, root));
  if (!heading?.parentElement) return [];
  const number = leadingNumber(heading);
  if (number > 0 && headings.some((other) => Math.abs(leadingNumber(other) - number) === 1)) return []; // the third section, not three comments
  const section = heading.ownerDocument.createElement('div');
  const first = [...heading.parentElement.childNodes].indexOf(heading);
  const behind = [...heading.parentElement.childNodes].slice(first);
  heading.before(section);
  for (const node of behind) section.append(node);
  return [take(section, 'boxes', { id: 'comment-section', group: 'comments' })];
}

/** The number that a heading begins with, as sections have it; 0 where it begins with none. */
function leadingNumber(heading: Element): number {
  return Number(/^\s*(\d{1,3})\.?\s+\p{L}/u.exec(heading.textContent ?? '')?.[1] ?? 0);
}

const commentRules = lineRules.filter(({ group, endsArticle }) => group === 'comments' && endsArticle === 'all');

function commentsBegin(text: string): boolean {
  return commentRules.some(({ pattern, maxLength }) => text.length <= maxLength && pattern.test(text));
}

/** Whether an article's worth of text stands before the element: above it, the same words only lead down to the comments. */
function isFarDown(element: Element, root: Element): boolean {
  const before = root.ownerDocument.createRange();
  before.setStart(root, 0);
  before.setEndBefore(element);
  return lengthOf(before.toString()) >= shortestAbove;
}

function namedBox(element: Element, whole: number): BoxRule | undefined {
  const rule = boxRuleFor(element);
  const isRight = rule !== undefined && isPart(element, Math.min(rule.maxLength, whole * 0.5)) && !isPlainProse(element, rule.group);
  return isRight && !(/^(copyright|bio)$/.test(rule.group) && isOneOfParagraphs(element)) ? rule : undefined;
}

function isPart(element: Element, most: number): boolean {
  const length = textLength(element);
  return length <= most && (length > 0 || element.querySelector('img, button, input') !== null);
}

/** The rule by which an element's names make it a box that is not the article. */
export function boxRuleFor(element: Element): BoxRule | undefined {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names.length < 3) return undefined;
  const parted = names.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return boxRules.find(({ pattern }) => pattern.test(parted));
}

/** A list below a heading of the body is a part of it, unless the heading announces other articles. */
function isUnderHeading(list: Element): boolean {
  const before = list.previousElementSibling;
  if (!before || !/^H[1-6]$/.test(before.tagName)) return false;
  const text = foldForRules(before.textContent ?? '');
  return !lineRules.some(({ endsArticle, pattern }) => endsArticle !== undefined && pattern.test(text));
}

/** Three links or more and hardly anything else: a list of other articles, of tags, of channels. */
function isLinkList(element: Element): boolean {
  if (!/^(UL|OL|DIV|SECTION|TABLE|DL)$/.test(element.tagName)) return false;
  const links = element.getElementsByTagName('a');
  return links.length >= 3 && !element.querySelector('pre, [id^="fn"], [class*="footnote"], [class*="reference"]') && linkDensity(element) > 0.7;
}

/** Whether a box that is named like an advertisement holds nothing but a paragraph, and so is one. */
export function isPlainProse(element: Element, group: RemovalGroup): boolean {
  if (!/^(ad|share|related|app|navigation)$/.test(group) || textLength(element) < proseLength) return false;
  return /[。！？.!?]["”』」）)]?$/.test(textOf(element)) && linkDensity(element) < 0.3 && !element.querySelector('img, button, input, iframe, li');
}

/** `<div class="statement">` round a paragraph, between others: a quotation or a life, not a notice. */
function isOneOfParagraphs(element: Element): boolean {
  const isParagraph = (one: Element | null): boolean => one?.tagName === 'P' && textLength(one) >= proseLength;
  if (!isParagraph(element.previousElementSibling) || !isParagraph(element.nextElementSibling)) return false;
  const text = foldForRules(element.textContent ?? '');
  return /[。！？.!?]["”』」）)]?$/.test(text) && !element.querySelector('a, img, button, input, li') && !lineRules.some(({ group, maxLength, pattern }) => /^(copyright|bio|follow|credit)$/.test(group) && text.length <= maxLength && pattern.test(text));
}

/** `<a><img><div>title</div><p>teaser</p></a>` between paragraphs leads to something else. */
function isLinkCard(element: Element): boolean {
  if (element.tagName !== 'A') return false;
  const length = textLength(element);
  const blocks = element.querySelectorAll('p, div, h2, h3, h4, h5, section');
  const isHeading = blocks.length === 1 && /^H\d$/.test(blocks[0]?.tagName ?? '') && !element.querySelector('img');
  return length > 0 && length < 400 && blocks.length > 0 && !isHeading;
}

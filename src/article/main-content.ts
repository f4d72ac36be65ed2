import { Readability } from '@mozilla/readability';
import type { SiteRule } from '../rules/site-rule.ts';
import { foldForMatch, lengthOf, linkDensity, textLength, textOf } from './text.ts';

/** The chosen root, and how much prose the page's best candidate for the body holds. */
export interface MainContent {
  root: Element;
  /** Characters of prose in the page's own container of the body, before anything was stripped. */
  found: number;
}

/** A block of prose on the page as it was before Readability took the page apart. */
interface Prose {
  element: Element;
  parent: Element;
  text: string;
  length: number;
}

const proseSelector = 'p, li, pre, td, dd, blockquote, h1, h2, h3, h4, h5, h6, div, section, article, span';
const blockInside = 'p, div, section, article, ul, ol, table, blockquote, pre, h1, h2, h3, h4, h5, h6, li';
const sentenceMark = /[，。！？；：、,.!?;]/;
const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
/** The words in class names for which Readability throws an element away; on inline text and paragraphs they mislead. */
const misleadingClass = /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|share|author|byline/i;
const enoughByRule = 120;

/** The part of the page that is the article: by the site's rule where it still fits, else by Readability with its known faults mended. */
export function chooseMainContent(page: Document, rule: SiteRule | undefined): MainContent | undefined {
  const ruled = rule && contentByRule(page, rule);
  if (ruled) return { root: ruled, found: textLength(ruled) };
  return contentByReadability(page);
}

function contentByRule(page: Document, rule: SiteRule): Element | undefined {
  for (const selector of rule.content ?? []) {
    const element = page.querySelector(selector);
    if (!element || textLength(element) < enoughByRule) continue;
    for (const clutter of rule.remove ?? []) for (const box of element.querySelectorAll(clutter)) box.remove();
    return element;
  }
  return undefined;
}

function contentByReadability(page: Document): MainContent | undefined {
  guardText(page);
  const prose = surveyProse(page);
  const isIdeographic = (page.body?.textContent ?? '').slice(0, 20_000).match(ideographs)?.length ?? 0;
  const charThreshold = isIdeographic > 400 ? 120 : 500;
  const parsed = new Readability(page, { serializer: (node) => node as Element, keepClasses: true, disableJSONLD: true, charThreshold }).parse();
  const root = parsed?.content;
  if (!root) return undefined;
  const best = densestContainer(prose);
  mend(root, prose);
  return { root, found: Math.max(best, textLength(root)) };
}

/** Hides from Readability what makes it drop real text: class names of inline text, and headings that resemble the title. */
function guardText(page: Document): void {
  for (const element of page.querySelectorAll('p[class], span[class], strong[class], em[class], b[class], font[class], p[id], span[id]')) {
    if (!misleadingClass.test(`${element.className} ${element.id}`)) continue;
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const plain = page.createElement('h3');
    plain.setAttribute('data-level', heading.tagName.slice(1));
    plain.append(...heading.childNodes);
    heading.replaceWith(plain);
  }
}

function surveyProse(page: Document): Prose[] {
  const prose: Prose[] = [];
  for (const element of page.body?.querySelectorAll(proseSelector) ?? []) {
    if (element.tagName === 'SPAN' && !/^(SECTION|DIV|ARTICLE|TD)$/.test(element.parentElement?.tagName ?? '')) continue;
    if (element.querySelector(blockInside)) continue;
    const text = textOf(element);
    const length = lengthOf(text);
    const parent = element.parentElement;
    if (length < 10 || !parent || !sentenceMark.test(text) || linkDensity(element) > 0.3) continue;
    prose.push({ element, parent, text, length });
  }
  return prose;
}

/** Characters of prose in the element that directly holds the most of it. */
function densestContainer(prose: Prose[]): number {
  const held = new Map<Element, number>();
  for (const { parent, length } of prose) held.set(parent, (held.get(parent) ?? 0) + length);
  return Math.max(0, ...held.values());
}

/** Puts back the paragraphs that Readability dropped from among those it kept. */
function mend(root: Element, prose: Prose[]): void {
  const kept = foldForMatch(root.textContent ?? '');
  const isKept = prose.map(({ text }) => kept.includes(foldForMatch(text)));
  const keptParents = new Set(prose.filter((_, index) => isKept[index]).map(({ parent }) => parent));
  prose.forEach(({ element, parent, length }, index) => {
    if (isKept[index] || length < 15 || !keptParents.has(parent) || root.contains(element)) return;
    const before = lastKept(prose, isKept, index, root);
    if (!before) return;
    before.after(element);
    isKept[index] = true;
  });
}

function lastKept(prose: Prose[], isKept: boolean[], index: number, root: Element): Element | undefined {
  for (let i = index - 1; i >= 0; i -= 1) {
    const element = prose[i]?.element;
    if (element && isKept[i] && root.contains(element)) return element;
  }
  return undefined;
}

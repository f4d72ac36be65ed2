import { moveChildren } from './move-children.ts';
import { call, read, select } from './readerable/unclobbered.ts';
import { parseInert } from './sanitize.ts';
import { linkDensity, textLength, textLengthUpTo } from './text.ts';

/** Deeper nesting than this is flattened: Readability's time grows with the square of the depth. */
export const maximumDepth = 200;

/** What is no text: machinery, controls, drawings without words. */
const neverContent = 'svg, select, button, canvas, .mw-editsection, script:not([type^="math/"]), style, link[rel~="stylesheet"], template, datalist, dialog:not([open]), amp-ad, amp-sidebar, amp-social-share, amp-analytics, amp-consent';
/** What Readability drops as well, but only after having weighed all that is in it. Styles are read where they are found: a selector that ignores their case costs more than all others together. */
const aroundContent = 'nav, footer, [hidden], [style], [role]';
const aroundRole = /^(navigation|search|dialog|menu)$/;
const hiddenByStyle = /display:\s?none/i;
const namedElements = '[name]:not(meta, a), form[id], img[id], object[id], embed[id], input[id], button[id], select[id], textarea[id], fieldset[id], output[id]';

/**
 * A copy of the page, or of one part of it, that extraction may take apart: inert (no scripts run, no pictures load),
 * free of DOM clobbering, and nowhere nested deeper than `maximumDepth`. The page itself is left as it is.
 */
export function copyForReading(document: Document, part: Element | undefined): Document {
  const page = part ? copyOfPart(document, part) : copyOfWhole(document);
  for (const element of select(page, neverContent)) element.remove(); // first, because it is much of many pages
  disarmClobbering(page);
  for (const form of page.querySelectorAll('form')) if (asksForInput(form)) form.remove();
  unwrapRunawayLinks(page);
  flattenDepth(page);
  revealHiddenText(page);
  if (!part) for (const element of page.querySelectorAll(aroundContent)) if (isAroundContent(element)) element.remove();
  return page;
}

function isAroundContent(element: Element): boolean {
  if (/^(NAV|FOOTER)$/.test(element.tagName) || element.hasAttribute('hidden')) return true;
  return aroundRole.test(element.getAttribute('role') ?? '') || hiddenByStyle.test(element.getAttribute('style') ?? '');
}

// What the page's own document is asked goes by way of the prototype: `<img name=cloneNode>` shadows its methods.

function copyOfPart(document: Document, part: Element): Document {
  const page = read<DOMImplementation>(document, 'implementation').createHTMLDocument('');
  const copy = page.importNode(part, true);
  if (copy.tagName === 'BODY') page.body.replaceWith(copy);
  else page.body.append(copy);
  markComputedBold(document, part, copy);
  return page;
}

/** The head is left behind: what it says has been read, and its scripts and styles are much of many pages. */
function copyOfWhole(document: Document): Document {
  if (read<string>(document, 'contentType') !== 'text/html') return parseInert(new XMLSerializer().serializeToString(call<Document>(document, 'cloneNode', true)));
  const body = read<Element | null>(document, 'body');
  return body ? copyOfPart(document, body) : call<Document>(document, 'cloneNode', true);
}

const shortBlocks = 'p, div, section';
const mostChecked = 200;
const longestBold = 40;

/**
 * Marks with `data-bold` the short blocks that the page's style sheets draw bold. Only a page that is shown has styles;
 * the copy has none.
 */
function markComputedBold(document: Document, original: ParentNode, copy: ParentNode): void {
  const view = read<Window | null>(document, 'defaultView');
  if (!view || read<StyleSheetList>(document, 'styleSheets').length === 0) return;
  const shown = select(original, shortBlocks);
  const bold = new Set<number>();
  let checked = 0;
  for (let i = 0; i < shown.length && checked < mostChecked; i += 1) {
    const element = shown[i];
    if (!element || !isShortBlock(element)) continue;
    checked += 1;
    if (Number(view.getComputedStyle(element.firstElementChild ?? element).fontWeight) >= 600) bold.add(i);
  }
  const copied = bold.size > 0 ? select(copy, shortBlocks) : [];
  if (copied.length === shown.length) for (const i of bold) copied[i]?.setAttribute('data-bold', '');
}

/** Whether it is a line that nothing but a style sheet can make a title. Cheap questions first: it is asked of every block of the page. */
function isShortBlock(element: Element): boolean {
  if (element.childElementCount > 2 || /^(P|DIV|SECTION)$/.test(element.firstElementChild?.tagName ?? '')) return false;
  const length = textLengthUpTo(element, longestBold);
  return length >= 2 && length <= longestBold && !element.querySelector(`a, b, strong, ${shortBlocks}`);
}

/**
 * Takes the names from everything that can shadow a property of a form or of the document.
 * `<form><input name=parentNode></form>` would make Readability loop for good.
 */
function disarmClobbering(page: Document): void {
  for (const element of Document.prototype.querySelectorAll.call(page, namedElements)) {
    Element.prototype.removeAttribute.call(element, 'name');
    Element.prototype.removeAttribute.call(element, 'id');
  }
}

/** A form to log in, to search or to subscribe; a form round text is none. */
function asksForInput(form: Element): boolean {
  if ([...form.querySelectorAll('p')].some((paragraph) => textLength(paragraph) >= 40)) return false;
  return textLength(form) < 200 && form.querySelector('input:not([type="hidden"], [type="submit"], [type="button"]), textarea') !== null;
}

/** A link that was never closed takes in the rest of the text; one round several paragraphs of prose is no link. */
function unwrapRunawayLinks(page: Document): void {
  for (const link of page.querySelectorAll('a:has(> p + p)')) {
    const prose = [...link.children].filter((child) => child.tagName === 'P' && textLength(child) >= 40);
    if (prose.length < 3) continue;
    const contents = page.createDocumentFragment();
    moveChildren(link, contents);
    link.replaceWith(contents);
  }
}

function flattenDepth(page: Document): void {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_ELEMENT);
  const tooDeep: Element[] = [];
  let depth = 0;
  while (true) {
    if (depth < maximumDepth && walker.firstChild()) {
      depth += 1;
      if (depth === maximumDepth && walker.currentNode.firstChild) tooDeep.push(walker.currentNode as Element);
      continue;
    }
    while (!walker.nextSibling()) {
      if (!walker.parentNode()) {
        for (const element of tooDeep) unwrapDescendants(element);
        return;
      }
      depth -= 1;
    }
    if (depth === maximumDepth && walker.currentNode.firstChild) tooDeep.push(walker.currentNode as Element);
  }
}

function unwrapDescendants(element: Element): void {
  for (let child = element.firstElementChild; child; child = element.firstElementChild) {
    while (child.firstElementChild) child.firstElementChild.replaceWith(...child.firstElementChild.childNodes);
    child.replaceWith(...child.childNodes, element.ownerDocument.createTextNode('\n'));
  }
}

/** WeChat and others hide the body by inline style until a script has run; a saved or cloned page never gets there. */
function revealHiddenText(page: Document): void {
  for (const element of page.querySelectorAll('[style*="visibility"], [style*="opacity"]')) {
    const style = element.getAttribute('style') ?? '';
    const shown = style.replace(/(^|;)\s*(visibility\s*:\s*hidden|opacity\s*:\s*0(\.0+)?)\s*(!important)?\s*(?=;|$)/gi, '$1');
    if (shown !== style && textLength(element) > 200) element.setAttribute('style', shown);
  }
  for (const element of page.querySelectorAll('[style*="display"], [hidden]')) if (isFoldedRest(element)) {
    element.removeAttribute('style');
    element.removeAttribute('hidden');
  }
}

const foldNames = /collapse|fold|expand|more|rest|remain|unfold|truncat|hidden?-?(content|text|part)/i;

/** The rest of the text behind 展开全文: hidden, long, and named or placed as a continuation. */
function isFoldedRest(element: Element): boolean {
  if (!/display\s*:\s*none/i.test(element.getAttribute('style') ?? '') && !element.hasAttribute('hidden')) return false;
  if (textLength(element) < 100 || linkDensity(element) > 0.2 || element.querySelectorAll('p').length < 2) return false;
  const button = [element.nextElementSibling, element.previousElementSibling].some((sibling) => /展开|阅读全文|剩余|read more|show more/i.test(sibling?.textContent?.slice(0, 60) ?? ''));
  return button || foldNames.test(`${element.className} ${element.id}`);
}

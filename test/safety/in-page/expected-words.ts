import { after, before } from './article-page.ts';

/** Where text is not shown as the text of a page. */
const unshown = 'script, style, template, noscript, textarea, select, title, iframe, noembed, noframes, xmp, plaintext, svg, math, dialog, [hidden], [popover], button';

/** The benign words that the browser itself shows as text of the page: what the markup swallows is lost before we come. */
export function wordsExpectedOf(page: Document): string[] {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return [before, after].filter((word) => texts.some((text) => text.data.includes(word) && !text.parentElement?.closest(unshown)));
}

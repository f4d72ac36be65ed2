import type { OutlineEntry } from './article.ts';
import { foldSpace, textOf } from './text.ts';

/** The prefix of the ids of headings in `contentHtml`. */
export const headingIdPrefix = 'jd-section-';

/** Gives each heading its id and returns the outline in document order; depths start at 1 and never skip. */
export function readOutline(content: Element): OutlineEntry[] {
  const outline: OutlineEntry[] = [];
  const levels: number[] = [];
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const number = heading.querySelector('[data-number]')?.textContent ?? '';
    const text = foldSpace((heading.textContent ?? '').replace(number, '')) || textOf(heading);
    if (!text) continue;
    const level = Number(heading.tagName.slice(1));
    while (levels.length > 0 && (levels.at(-1) ?? 0) >= level) levels.pop();
    levels.push(level);
    heading.id = `${headingIdPrefix}${outline.length + 1}`;
    outline.push({ id: heading.id, text, depth: levels.length });
  }
  return outline;
}

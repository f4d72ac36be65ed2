import type { Article } from '../article/article.ts';

/** Puts a section at the top and the focus on its heading, so that reading aloud and the Tab key go on from there. */
export function moveToSection(body: HTMLElement | null, id: string): void {
  moveTo(elementsWithId(body).find((element) => element.id === id));
}

/** Puts an element of the text at the top, with the focus on it, if there is one. */
export function moveTo(target: HTMLElement | null | undefined): void {
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

/** The headings of the outline as they stand in the text. */
export function headingsOf(body: HTMLElement | null, { outline }: Pick<Article, 'outline'>): HTMLElement[] {
  const ids = new Set(outline.map(({ id }) => id));
  return elementsWithId(body).filter(({ id }) => ids.has(id));
}

/** A heading this far below the top, in px, has not been reached: jumping to one leaves a margin above it. */
const reached = 80;

/** The id of the section that begins after (1) or at or before (-1) the line at the top of the view. */
export function neighbourSection(headings: readonly HTMLElement[], step: 1 | -1): string | undefined {
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  // Going back from the middle of a section leads to its own beginning first.
  const index = step === 1 ? tops.findIndex((top) => top > reached) : tops.findLastIndex((top) => top < 0);
  return headings[index]?.id;
}

function elementsWithId(body: HTMLElement | null): HTMLElement[] {
  return Array.from(body?.querySelectorAll<HTMLElement>('[id]') ?? []);
}

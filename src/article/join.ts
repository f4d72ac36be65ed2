import type { Article, Kept, Provenance } from './article.ts';
import { headingIdPrefix } from './outline.ts';
import { sanitizeToFragment, serialize } from './sanitize.ts';
import { foldForMatch } from './text.ts';

/** One article of two pages that follow each other; what the first says of itself holds for both. */
export function joinArticles(first: Article, second: Article, document: Document): Article {
  const content = sanitizeToFragment(second.contentHtml, document);
  renumber(content, first);
  dropRepeatedStandfirst(content, first);
  const shifted = second.removals.map((removal) => ({ ...removal, id: removal.id + first.removals.length }));
  return {
    ...first,
    length: first.length + second.length,
    contentHtml: first.contentHtml + serialize(content),
    textContent: `${first.textContent}\n${second.textContent}`,
    outline: [...first.outline, ...second.outline.map((entry) => ({ ...entry, id: later(entry.id, first) }))],
    provenance: [...first.provenance, ...second.provenance.filter((line) => !first.provenance.some((known) => isSameLine(known, line)))],
    removals: [...first.removals, ...shifted],
    completeness: {
      characters: sum(first.completeness.characters, second.completeness.characters),
      images: sum(first.completeness.images, second.completeness.images),
      headings: sum(first.completeness.headings, second.completeness.headings),
    },
    nextPage: second.nextPage,
  };
}

/** The ids of the second page go on where those of the first end; its footnotes get a name of their own. */
function renumber(content: DocumentFragment, first: Article): void {
  for (const element of content.querySelectorAll('[id]')) element.id = later(element.id, first);
  for (const link of content.querySelectorAll('a[href^="#jd-"]')) link.setAttribute('href', `#${later(link.getAttribute('href')?.slice(1) ?? '', first)}`);
  for (const marker of content.querySelectorAll('[data-removal]')) {
    marker.setAttribute('data-removal', String(Number(marker.getAttribute('data-removal')) + first.removals.length));
  }
}

function later(id: string, { outline, length }: Article): string {
  if (!id.startsWith(headingIdPrefix)) return `${id}-${length}`;
  return headingIdPrefix + String(Number(id.slice(headingIdPrefix.length)) + outline.length);
}

function dropRepeatedStandfirst(content: DocumentFragment, { standfirst }: Article): void {
  const again = content.querySelector('[data-standfirst]');
  if (again && foldForMatch(again.textContent ?? '') === foldForMatch(standfirst)) again.remove();
}

function isSameLine(a: Provenance, b: Provenance): boolean {
  return a.kind === b.kind && a.text === b.text;
}

function sum(a: Kept, b: Kept): Kept {
  return { kept: a.kept + b.kept, found: a.found + b.found };
}

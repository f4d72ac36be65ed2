import { textLength } from './text.ts';

/** What a reference looks like: a number, a sign or a short label, not a sentence. */
const longestReference = 8;

/**
 * Ties the footnotes of a body to their references by ids of our own, since those of the page do not outlive the
 * sanitizer: `jd-note-…` on what is led to in the notes, `jd-ref-…` on what is led back to, `data-footnote` on the
 * references.
 *
 * @param url the page's address, under which a link may name a place of its own page.
 */
export function keepFootnotes(body: Element, url: string): void {
  const places = new Map([...body.querySelectorAll('[id], a[name]')].map((element) => [element.id || (element.getAttribute('name') ?? ''), element]));
  const names = new Map<Element, string>();
  for (const link of body.querySelectorAll('a[href]')) {
    const place = noteOf(link, places.get(fragmentOf(link, url) ?? ''));
    if (!place || place.contains(link) || /^H[1-6]$/.test(place.tagName) || textLength(link) > longestReference) continue;
    const isNote = !isSign(place);
    const name = names.get(place) ?? `jd-${isNote ? 'note' : 'ref'}-${names.size + 1}`;
    names.set(place, name);
    link.setAttribute('href', `#${name}`);
    if (isNote) link.setAttribute('data-footnote', '');
  }
  for (const [place, name] of names) place.id = name;
}

/** Word processors name the number of a note, which stands after its reference and begins it: the note is the block round it. */
function noteOf(link: Element, place: Element | undefined): Element | undefined {
  const block = place && isSign(place) && link.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING ? place.closest('p, li, dd, td') : null;
  return block === null || block.contains(link) ? place : block;
}

function isSign({ tagName }: Element): boolean {
  return /^(A|SUP|SPAN)$/.test(tagName);
}

function fragmentOf(link: Element, url: string): string | undefined {
  const [page, fragment] = (link.getAttribute('href') ?? '').split('#');
  return page === '' || page === url.split('#')[0] ? fragment : undefined;
}

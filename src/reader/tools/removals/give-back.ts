import type { Removal } from '../../../article/article.ts';
import { sanitizeToFragment } from '../../../article/sanitize.ts';
import { dressBody } from '../../dress-body.ts';
import { replaceAddressless } from '../../watch-pictures.tsx';

/** The text of a removal that was a picture alone: its address. */
const pictureAddress = /^(https?:|data:image\/|\/|\.)\S*$/i;

/** Whether a removal left anything that can stand in the text again. */
export function canGiveBack({ html, text }: Removal): boolean {
  return html !== '' || text !== '';
}

/** The place of a removal in the body; undefined while what it stood in is hidden itself. */
export function placeOf(body: HTMLElement, { id }: Removal): HTMLElement | undefined {
  return body.querySelector<HTMLElement>(`[data-removal="${id}"]`) ?? undefined;
}

/** Puts a removed block where its marker stands, or takes it out again; at the end of the text where no marker is left. */
export function giveBack(body: HTMLElement, removal: Removal, { shown, url }: { shown: boolean; url: string }): void {
  const place = placeOf(body, removal) ?? (shown ? appendPlace(body, removal) : undefined);
  if (place === undefined || shown === place.hasAttribute('data-shown')) return;
  place.toggleAttribute('data-shown', shown);
  place.replaceChildren(...(shown ? [contentOf(removal, url, body.ownerDocument)] : []));
}

function appendPlace(body: HTMLElement, { id }: Removal): HTMLElement {
  const place = body.ownerDocument.createElement('div');
  place.setAttribute('data-removal', String(id));
  body.append(place);
  return place;
}

function contentOf(removal: Removal, url: string, document: Document): DocumentFragment {
  const content = sanitizeToFragment(removal.html === '' ? plainNode(removal, url, document) : removal.html, document);
  dressBody(content);
  replaceAddressless(content);
  return content;
}

/** What was too long to keep as markup comes back as its text, and a picture by its address. */
function plainNode({ text }: Removal, url: string, document: Document): Node {
  const box = document.createElement('div');
  if (pictureAddress.test(text) && URL.canParse(text, url)) {
    const picture = box.appendChild(document.createElement('img'));
    picture.setAttribute('src', new URL(text, url).href);
  } else {
    box.appendChild(document.createElement('p')).textContent = text;
  }
  return box;
}

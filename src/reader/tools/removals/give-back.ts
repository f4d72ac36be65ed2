import type { Removal } from '../../../article/article.ts';
import { parseInert, sanitizeToFragment } from '../../../article/sanitize.ts';
import { dressBody } from '../../dress-body.ts';
import { replaceAddressless, withholdPictures } from '../../watch-pictures.tsx';

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

interface Giving {
  shown: boolean;
  /** The article's address, for what has none that is whole. */
  url: string;
  /** Leaves pictures from the network where they are. */
  withoutPictures: boolean;
}

/** Puts a removed block where its marker stands, or takes it out again; at the end of the text where no marker is left. */
export function giveBack(body: HTMLElement, removal: Removal, giving: Giving): void {
  const { shown } = giving;
  const place = placeOf(body, removal) ?? (shown ? appendPlace(body, removal) : undefined);
  if (place === undefined || shown === place.hasAttribute('data-shown')) return;
  place.toggleAttribute('data-shown', shown);
  place.replaceChildren(...(shown ? [contentOf(removal, giving, body.ownerDocument)] : []));
}

function appendPlace(body: HTMLElement, { id }: Removal): HTMLElement {
  const place = body.ownerDocument.createElement('div');
  place.setAttribute('data-removal', String(id));
  body.append(place);
  return place;
}

function contentOf(removal: Removal, { url, withoutPictures }: Giving, document: Document): DocumentFragment {
  const content = sanitizeToFragment(removal.html === '' ? plainNode(removal, url) : removal.html, document);
  dressBody(content);
  replaceAddressless(content);
  if (withoutPictures) withholdPictures(content);
  return content;
}

/** What was too long to keep as markup comes back as its text, and a picture by its address. */
function plainNode({ text }: Removal, url: string): Node {
  // A picture begins to load as soon as it has an address, in a document that is shown even where it stands nowhere.
  const document = parseInert('');
  const box = document.createElement('div');
  if (pictureAddress.test(text) && URL.canParse(text, url)) {
    const picture = box.appendChild(document.createElement('img'));
    picture.setAttribute('src', new URL(text, url).href);
  } else {
    box.appendChild(document.createElement('p')).textContent = text;
  }
  return box;
}

import { render } from 'preact';
import { call } from '../article/readerable/unclobbered.ts';
import { t } from '../i18n.ts';
import { PictureMissingIcon } from '../ui/icons.tsx';

/** Puts a quiet placeholder with the picture's own words where a picture does not load. */
export function watchPictures(body: HTMLElement, signal: AbortSignal): void {
  const onError = (event: Event): void => {
    if (event.target instanceof HTMLImageElement) replaceWithPlaceholder(event.target);
  };
  // Load errors do not bubble; they can be caught on the way down only.
  body.addEventListener('error', onError, { capture: true, signal });
}

/** Puts the placeholder where a picture has no address left, and so will never even fail. */
export function replaceAddressless(body: DocumentFragment): void {
  for (const picture of body.querySelectorAll<HTMLImageElement>('img:not([src])')) replaceWithPlaceholder(picture);
}

/** Shows each picture that is kept, without the network, and puts it back where a placeholder stands for it; the number of placeholders left. */
export function showKept(body: ParentNode, kept: ReadonlyMap<string, string>): number {
  for (const picture of body.querySelectorAll('img')) {
    const own = kept.get(picture.getAttribute('src') ?? '');
    if (own !== undefined) picture.src = own;
  }
  const placeholders = [...body.querySelectorAll<HTMLElement>('[data-withheld]')];
  return placeholders.filter((placeholder) => !restore(placeholder, kept.get(placeholder.dataset['withheld'] ?? ''))).length;
}

function restore(placeholder: HTMLElement, address: string | undefined): boolean {
  if (address === undefined) return false;
  const picture = placeholder.ownerDocument.createElement('img');
  picture.alt = placeholder.dataset['alt'] ?? '';
  picture.src = address;
  placeholder.replaceWith(picture);
  return true;
}

/** Puts the placeholder where a picture would be fetched from the network, before it stands in a page; the number of them. */
export function withholdPictures(body: DocumentFragment): number {
  const remote = [...body.querySelectorAll('img')].filter(({ src }) => !/^(data|blob):/.test(src));
  for (const picture of remote) {
    const placeholder = replaceWithPlaceholder(picture, t('pictureWithheld'));
    placeholder.dataset['withheld'] = picture.getAttribute('src') ?? '';
    placeholder.dataset['alt'] = picture.alt;
  }
  return remote.length;
}

function replaceWithPlaceholder(picture: HTMLImageElement, otherwise = t('pictureMissing')): HTMLElement {
  const words = picture.alt.trim() || otherwise;
  // Before it stands in a page it belongs to the document that it was parsed in, where `<img name=createElement>` counts in Firefox.
  const placeholder = call<HTMLElement>(picture.ownerDocument, 'createElement', 'span');
  placeholder.className = 'picture-missing';
  placeholder.setAttribute('role', 'img');
  placeholder.setAttribute('aria-label', words);
  render(<><PictureMissingIcon /><span>{words}</span></>, placeholder);
  picture.replaceWith(placeholder);
  return placeholder;
}

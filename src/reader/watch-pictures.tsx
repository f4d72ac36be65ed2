import { render } from 'preact';
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
  body.querySelectorAll<HTMLImageElement>('img:not([src], [srcset], picture > img)').forEach(replaceWithPlaceholder);
}

function replaceWithPlaceholder(picture: HTMLImageElement): void {
  const words = picture.alt.trim() || t('pictureMissing');
  const placeholder = picture.ownerDocument.createElement('span');
  placeholder.className = 'picture-missing';
  placeholder.setAttribute('role', 'img');
  placeholder.setAttribute('aria-label', words);
  render(<><PictureMissingIcon /><span>{words}</span></>, placeholder);
  picture.replaceWith(placeholder);
}

import { lengthOf, textLength } from './text.ts';

/** Where lazy loaders keep the true address, the most trustworthy first. */
const addressAttributes = [
  'data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'data-original-src', 'data-lazyload', 'data-lazy',
  'data-url', 'data-echo', 'data-croporisrc', 'data-img', 'data-backsrc', 'data-full-src', 'data-hi-res-src', 'file', 'zoomfile', '_src', 'real_src', 'original',
];
const setAttributes = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
const placeholder = /^(data:image\/(gif|svg|png;base64,.{0,400}$)|about:blank|javascript:)|\b(blank|placeholder|spacer|loading|lazyload|grey|gray|transparent|1x1|pixel)[^/]*\.(gif|png|svg|jpe?g|webp)/i;
const address = /^(https?:)?\/\/\S+$|^\.{0,2}\/\S+$|^[\w-]+\/\S+$|^\S+\.(jpe?g|png|gif|webp|avif|svg)(\?\S*)?$/i;

/** Gives each lazily loaded picture the address that a script would have given it, and turns background figures into pictures. */
export function restoreLazyImages(page: Document): void {
  for (const image of page.querySelectorAll('amp-img, amp-anim')) renameToImage(image);
  for (const noscript of page.querySelectorAll('noscript')) restoreFromNoscript(noscript);
  for (const image of page.querySelectorAll('img')) restoreAddress(image);
  for (const source of page.querySelectorAll('picture > source')) restoreSet(source);
  for (const box of page.querySelectorAll('[style*="background"]')) restoreBackground(box);
}

function renameToImage(element: Element): void {
  const image = element.ownerDocument.createElement('img');
  for (const name of ['src', 'srcset', 'alt', 'width', 'height']) if (element.hasAttribute(name)) image.setAttribute(name, element.getAttribute(name) ?? '');
  element.replaceWith(image);
}

function restoreAddress(image: HTMLImageElement): void {
  restoreSet(image);
  const src = image.getAttribute('src') ?? '';
  const lazy = addressAttributes.map((name) => image.getAttribute(name)?.trim() ?? '').find((value) => address.test(value) && !placeholder.test(value));
  if (lazy !== undefined && (lazy !== src)) image.setAttribute('src', lazy);
  else if ((src === '' || placeholder.test(src)) && image.getAttribute('srcset')) image.setAttribute('src', largestOf(image.getAttribute('srcset') ?? ''));
  image.removeAttribute('loading');
}

function restoreSet(element: Element): void {
  for (const name of setAttributes) {
    const value = element.getAttribute(name);
    if (value) element.setAttribute('srcset', value);
  }
}

/** The address with the greatest width or density of a `srcset`. */
function largestOf(srcset: string): string {
  let best = { address: '', size: -1 };
  for (const candidate of srcset.split(/,\s+|,(?=https?:|\/\/)/)) {
    const [url = '', descriptor = '1x'] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor);
    if (url && size > best.size) best = { address: url, size };
  }
  return best.address;
}

/**
 * The copy that a loader leaves in `<noscript>` for readers without scripts: text where scripts ran, elements where
 * they did not. It replaces the empty picture before it.
 */
function restoreFromNoscript(noscript: Element): void {
  const image = noscript.querySelector('img') ?? imageNamedIn(noscript);
  if (image && lengthOf((noscript.textContent ?? '').replace(/<[^>]*>/g, '')) === 0) {
    restoreAddress(image);
    const lazy = emptyPictureBeside(noscript);
    if (lazy) lazy.replaceWith(image);
    else noscript.before(image);
  }
  noscript.remove();
}

/** The picture just before or after, which the loader would have filled. */
function emptyPictureBeside(noscript: Element): Element | undefined {
  for (const sibling of [noscript.previousElementSibling, noscript.nextElementSibling]) {
    const image = sibling?.matches('img') ? sibling : sibling?.querySelector('img');
    if (image && sibling && textLength(sibling) === 0 && awaitsLoader(image)) return image;
  }
  return undefined;
}

function awaitsLoader(image: Element): boolean {
  const src = image.getAttribute('src') ?? '';
  return src === '' || placeholder.test(src) || addressAttributes.some((name) => image.hasAttribute(name));
}

function imageNamedIn(noscript: Element): HTMLImageElement | undefined {
  const tag = /<img\b[^>]{0,4000}>/i.exec(noscript.textContent ?? '')?.[0];
  if (tag === undefined) return undefined;
  const image = noscript.ownerDocument.createElement('img');
  for (const [, name = '', double, single, bare] of tag.matchAll(/\s(src|data-src|data-original|srcset|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)) {
    image.setAttribute(name, (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
  }
  return image;
}

/** `<div class=figure style="background-image:url(…)">` with no text of its own is a picture. */
function restoreBackground(box: Element): void {
  const url = /background(?:-image)?\s*:[^;]*url\(\s*["']?([^"')]+)/i.exec(box.getAttribute('style') ?? '')?.[1];
  if (!url || url.startsWith('data:') || box.firstElementChild || textLength(box) > 0) return;
  const named = /fig|img|image|pic|photo|cover|illust|chart/i.test(`${box.className} ${box.parentElement?.className ?? ''} ${box.parentElement?.tagName ?? ''}`);
  if (!named) return;
  const image = box.ownerDocument.createElement('img');
  image.setAttribute('src', url);
  image.setAttribute('alt', box.getAttribute('aria-label') ?? box.getAttribute('title') ?? '');
  box.replaceWith(image);
}

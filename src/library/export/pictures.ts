import { fromBase64, toBase64 } from '../base64.ts';

/** A picture that is kept on this computer. */
export interface KeptPicture {
  bytes: Uint8Array<ArrayBuffer>;
  /** Its media type, such as `image/png`. */
  type: string;
}

/** Finds the kept picture of an address; undefined where none is kept. */
export type PictureFinder = (address: string) => Promise<KeptPicture | undefined>;

/** The bitmaps that every e-reader shows. */
const bookBitmaps = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const pageBitmaps = [...bookBitmaps, 'image/avif'];
const inline = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=\s]+)$/i;

/** What a kind of file does with pictures. */
export interface PicturePlaces {
  find: PictureFinder;
  /** Says where a picture stands in the file, and sees that it gets there. */
  place: (picture: KeptPicture) => Promise<string> | string;
  /** A book takes fewer kinds than a browser. */
  isBook: boolean;
}

/**
 * Gives each picture of the content an address inside the exported file. One that is not kept becomes a
 * link: opening the file must not tell anybody that it was opened.
 */
export async function settlePictures(content: DocumentFragment, { find, place, isBook }: PicturePlaces): Promise<void> {
  const bitmaps = isBook ? bookBitmaps : pageBitmaps;
  for (const source of content.querySelectorAll('source')) source.remove();
  for (const wrapper of content.querySelectorAll('picture')) wrapper.replaceWith(...wrapper.childNodes);
  for (const image of content.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    const picture = fromInline(address) ?? (await find(address));
    image.removeAttribute('srcset');
    if (picture && bitmaps.includes(picture.type)) image.setAttribute('src', await place(picture));
    else replaceByLink(image, address);
  }
}

function replaceByLink(image: Element, address: string): void {
  if (!/^https?:/i.test(address)) {
    image.remove();
    return;
  }
  const link = image.ownerDocument.createElement('a');
  link.setAttribute('href', address);
  link.textContent = image.getAttribute('alt')?.trim() || address;
  if (image.closest('a')) image.replaceWith(link.textContent);
  else image.replaceWith(link);
}

function fromInline(address: string): KeptPicture | undefined {
  const [, type, data] = inline.exec(address) ?? [];
  if (type === undefined || data === undefined) return undefined;
  try {
    return { type: type.toLowerCase(), bytes: fromBase64(data) };
  } catch (error) {
    console.warn('a picture written into the article cannot be read', error);
    return undefined;
  }
}

/** The picture written out as an address of its own. */
export function toDataAddress({ bytes, type }: KeptPicture): string {
  return `data:${type};base64,${toBase64(bytes)}`;
}

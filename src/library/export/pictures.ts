/** A picture that is kept on this computer. */
export interface KeptPicture {
  bytes: Uint8Array<ArrayBuffer>;
  /** Its media type, such as `image/png`. */
  type: string;
}

/** Finds the kept picture of an address; undefined where none is kept. */
export type PictureFinder = (address: string) => Promise<KeptPicture | undefined>;

const bitmaps = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const inline = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=\s]+)$/i;

/**
 * Gives each picture of the content an address inside the exported file. One that is not kept becomes a
 * link: opening the file must not tell anybody that it was opened.
 *
 * @param place says where a picture stands in the file, and sees that it gets there.
 */
export async function settlePictures(content: DocumentFragment, find: PictureFinder, place: (picture: KeptPicture) => Promise<string> | string): Promise<void> {
  for (const source of content.querySelectorAll('source')) source.remove();
  for (const wrapper of content.querySelectorAll('picture')) wrapper.replaceWith(...wrapper.childNodes);
  for (const image of content.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    const picture = fromInline(address) ?? (await find(address));
    image.removeAttribute('srcset');
    if (picture && bitmaps.has(picture.type)) image.setAttribute('src', await place(picture));
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
    return { type: type.toLowerCase(), bytes: Uint8Array.from(atob(data), (character) => character.charCodeAt(0)) };
  } catch (error) {
    console.warn('a picture written into the article cannot be read', error);
    return undefined;
  }
}

/** The picture written out as an address of its own. */
export function toDataAddress({ bytes, type }: KeptPicture): string {
  const chunk = 0x8000;
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  return `data:${type};base64,${btoa(text)}`;
}

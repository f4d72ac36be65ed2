import type { PictureType } from './picture.ts';

/** What the first bytes of each kind look like, as Latin letters; a dot stands for any byte. */
const beginnings: readonly [RegExp, PictureType][] = [
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^[^]{4}ftypavi[fs]/, 'image/avif'],
];
const longestBeginning = 12;

/** The type of a picture by its first bytes, whatever its sender calls it; undefined for all that is no bitmap. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, longestBeginning));
  return beginnings.find(([pattern]) => pattern.test(start))?.[1];
}

/** Media types of the pictures that are kept: bitmaps alone, for a drawing in SVG is a document that can do things. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';

/**
 * Why a picture is not kept: it could not be had, it is larger than one may be, the article has as many as it may
 * have, it is no bitmap, or the disk is full.
 */
export type PictureFault = 'unreached' | 'too-large' | 'article-full' | 'unsupported' | 'no-room';

/** What came of reading a picture. */
export type PictureReading = { kind: 'read'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'fault'; fault: PictureFault };

/** The same on its way through a message, which takes JSON alone: the bytes in Base64. */
export type SentPicture = { kind: 'read'; data: string } | { kind: 'fault'; fault: PictureFault };

/** How many of an article's pictures are kept, and why others are not. */
export interface PictureTally {
  total: number;
  kept: number;
  faults: Partial<Record<PictureFault, number>>;
}

/** Bytes of one picture. */
export const pictureLimit = 10_000_000;

/** Bytes of all pictures of one article. */
export const articleLimit = 60_000_000;

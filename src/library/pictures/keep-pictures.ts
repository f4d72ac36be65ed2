import { isQuotaError } from '../record-store.ts';
import { sha256 } from '../sha256.ts';
import type { PictureFault, PictureReading, PictureTally } from './picture.ts';
import { articleLimit, pictureLimit } from './picture.ts';
import { pictureAddresses } from './picture-addresses.ts';
import { dropUses, putPicture, usesOf } from './picture-store.ts';
import { pictureTypeOf } from './picture-type.ts';

/** An article whose pictures are to be kept, and where they come from. */
export interface PictureJob {
  id: string;
  /** The article's sanitised HTML, which names them. */
  contentHtml: string;
  read(address: string): Promise<PictureReading>;
  onProgress?(done: number, total: number): void;
}

/** Keeps the pictures of a saved article, one after the other; those that are kept already are not read again, those that left the text are let go. */
export async function keepPictures({ id, contentHtml, read, onProgress }: PictureJob): Promise<PictureTally> {
  const addresses = pictureAddresses(contentHtml);
  await dropUses([id], (address) => addresses.includes(address));
  const own = await usesOf(id);
  const known = new Set(own.map(({ address }) => address));
  const tally: PictureTally = { total: addresses.length, kept: known.size, faults: {} };
  let room = articleLimit - own.reduce((sum, { size }) => sum + size, 0);
  for (const address of addresses.filter((one) => !known.has(one))) {
    onProgress?.(tally.kept, tally.total);
    // Where the disk is full, reading on would be in vain.
    const outcome = tally.faults['no-room'] ? 'no-room' : await keepOne({ id, address, room }, read);
    if (typeof outcome === 'string') {
      tally.faults[outcome] = (tally.faults[outcome] ?? 0) + 1;
    } else {
      tally.kept += 1;
      room -= outcome;
    }
  }
  return tally;
}

/** The bytes that a picture takes once it is kept, or why it is not. */
async function keepOne({ id, address, room }: { id: string; address: string; room: number }, read: PictureJob['read']): Promise<number | PictureFault> {
  const reading = await read(address);
  if (reading.kind === 'fault') return reading.fault;
  const { bytes } = reading;
  if (bytes.length > pictureLimit) return 'too-large';
  const type = pictureTypeOf(bytes);
  if (type === undefined) return 'unsupported';
  if (bytes.length > room) return 'article-full';
  try {
    await putPicture({ id, address, hash: await sha256(bytes) }, new Blob([bytes], { type }));
    return bytes.length;
  } catch (error) {
    console.error('a picture could not be kept', error);
    return isQuotaError(error) ? 'no-room' : 'unreached';
  }
}

import type { PictureReading } from './picture.ts';
import { pictureLimit } from './picture.ts';
import { readUpTo } from './read-up-to.ts';

/** A picture that has not come by then, in milliseconds, is not waited for. */
const patience = 30_000;
const unreached: PictureReading = { kind: 'fault', fault: 'unreached' };

/** Fetches a picture from its site, which learns neither who asks nor from which page. Call it only where the person has asked for that site's pictures. */
export async function fetchPicture(address: string): Promise<PictureReading> {
  try {
    return await readPicture(await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(patience) }));
  } catch (error) {
    console.info('a picture could not be fetched from', address, error);
    return unreached;
  }
}

/** The picture that a response brings. */
export async function readPicture(response: Response): Promise<PictureReading> {
  if (!response.ok) return unreached;
  const bytes = await readUpTo(response, pictureLimit);
  return bytes === undefined ? { kind: 'fault', fault: 'too-large' } : { kind: 'read', bytes };
}

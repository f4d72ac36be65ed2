import { read } from '../../article/readerable/unclobbered.ts';
import { toBase64 } from '../base64.ts';
import { readPicture } from './fetch-picture.ts';
import type { SentPicture } from './picture.ts';

/** A cache that has not answered by then, in milliseconds, has nothing. */
const patience = 10_000;
const unreached: SentPicture = { kind: 'fault', fault: 'unreached' };

/**
 * A picture as the page itself has it. Only what the page has loaded is read, and from the browser's cache: one of the
 * page's own site from there alone; one of another site that lets pages read its pictures is asked for again where the
 * cache may not give it out.
 */
export async function readPagePicture(address: string, document: Document): Promise<SentPicture> {
  if (!isLoaded(address, document)) return unreached;
  const isOwn = new URL(address).origin === new URL(document.URL).origin;
  const way: RequestInit = isOwn ? { mode: 'same-origin', cache: 'only-if-cached' } : { mode: 'cors', credentials: 'same-origin', cache: 'force-cache' };
  try {
    const reading = await readPicture(await fetch(address, { ...way, signal: AbortSignal.timeout(patience) }));
    // Copied, because in Firefox bytes that come from a page's own response stay the page's, and refuse to be cut.
    return reading.kind === 'read' ? { kind: 'read', data: toBase64(new Uint8Array(reading.bytes)) } : reading;
  } catch (error) {
    console.info('the page has no picture to give from', address, error);
    return unreached;
  }
}

function isLoaded(address: string, document: Document): boolean {
  const { href } = new URL(address);
  const images = [...read<HTMLCollectionOf<HTMLImageElement>>(document, 'images')];
  return performance.getEntriesByName(href, 'resource').length > 0 || images.some(({ currentSrc, naturalWidth }) => currentSrc === href && naturalWidth > 0);
}

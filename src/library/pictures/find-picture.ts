import type { KeptPicture } from '../export/pictures.ts';
import { contentAt } from './picture-store.ts';

/** The kept picture of an address, for a file that takes it along; undefined where none is kept. */
export async function findPicture(address: string): Promise<KeptPicture | undefined> {
  const content = await contentAt(address);
  return content && { bytes: new Uint8Array(await content.arrayBuffer()), type: content.type };
}

import { arrayOf, isString, shapeOf } from '../../shape.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import type { BackupEntry } from '../export/backup-format.ts';
import { isQuotaError } from '../record-store.ts';
import { readSaved } from '../saved-records.ts';
import { sha256 } from '../sha256.ts';
import { articleLimit, pictureLimit } from './picture.ts';
import { pictureAddresses } from './picture-addresses.ts';
import type { PictureUse } from './picture-store.ts';
import { allUses, putPicture, readPicture, usesOf } from './picture-store.ts';
import { pictureTypeOf } from './picture-type.ts';

/** More bytes of pictures than this make a backup that a browser cannot read back in one piece. */
export const backupLimit = 200_000_000;

/** A picture of a backup, found to be one. */
export interface BackupPicture {
  hash: string;
  blob: Blob;
  uses: { id: string; address: string }[];
}

const isPictureRecord = shapeOf<{ data: string; uses: BackupPicture['uses'] }>({
  data: isString, uses: arrayOf(shapeOf<BackupPicture['uses'][number]>({ id: isString, address: isString })),
});

/** The kept pictures as entries of a backup: each content once, with the places where it stands. */
export async function* pictureEntries(): AsyncGenerator<BackupEntry> {
  const contents = new Map<string, PictureUse[]>();
  for (const use of await allUses()) contents.set(use.hash, [...(contents.get(use.hash) ?? []), use]);
  for (const [hash, uses] of [...contents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = uses;
    const picture = first && (await readPicture(first));
    if (!picture) continue;
    const data = toBase64(picture.bytes);
    yield { kind: 'picture', id: hash.slice(0, 32), record: { data, uses: uses.map(({ id, address }) => ({ id, address })) } };
  }
}

/** A picture of a backup, whatever the file calls it: a bitmap of the allowed size, with the content that its id names; undefined for all else. */
export async function acceptPicture(record: unknown, id: string): Promise<BackupPicture | undefined> {
  if (!isPictureRecord(record) || record.data.length > pictureLimit * 1.4 || !/^[A-Za-z0-9+/]+=*$/.test(record.data) || record.data.length % 4 !== 0) return undefined;
  const bytes = fromBase64(record.data);
  const type = pictureTypeOf(bytes);
  const hash = await sha256(bytes);
  if (type === undefined || bytes.length > pictureLimit || !hash.startsWith(id)) return undefined;
  return { hash, blob: new Blob([bytes], { type }), uses: record.uses };
}

/** Those pictures that an article here, or in the file, lacks. */
export async function missingPictures(pictures: readonly BackupPicture[]): Promise<BackupPicture[]> {
  const ids = [...new Set(pictures.flatMap(({ uses }) => uses.map(({ id }) => id)))];
  const known = new Set((await Promise.all(ids.map(usesOf))).flat().map(nameOf));
  return pictures.filter(({ uses }) => uses.some((use) => !known.has(nameOf(use))));
}

/** Takes pictures in, each for the articles that are here and name it; answers false where there is no room. */
export async function takePictures(pictures: readonly BackupPicture[]): Promise<boolean> {
  const named = new Map<string, { addresses: Set<string>; room: number }>();
  for (const { hash, blob, uses } of pictures) {
    for (const { id, address } of uses) {
      const place = named.get(id) ?? (await placeOf(id));
      named.set(id, place);
      if (!place.addresses.delete(address) || blob.size > place.room) continue;
      place.room -= blob.size;
      if (!(await put({ id, address, hash }, blob))) return false;
    }
  }
  return true;
}

/** The addresses of an article whose pictures are not kept, and the bytes left for them. */
async function placeOf(id: string): Promise<{ addresses: Set<string>; room: number }> {
  const [{ saved: [saved] }, uses] = await Promise.all([readSaved([id]), usesOf(id)]);
  const known = new Set(uses.map(({ address }) => address));
  const addresses = pictureAddresses(saved?.article.contentHtml ?? '').filter((address) => !known.has(address));
  return { addresses: new Set(addresses), room: articleLimit - uses.reduce((sum, { size }) => sum + size, 0) };
}

async function put(use: { id: string; address: string; hash: string }, blob: Blob): Promise<boolean> {
  try {
    await putPicture(use, blob);
    return true;
  } catch (error) {
    if (isQuotaError(error)) return false;
    throw error;
  }
}

function nameOf({ id, address }: { id: string; address: string }): string {
  return `${id} ${address}`;
}

import { answerOf, createDatabase, rangeOf } from '../database.ts';
import type { KeptPicture } from '../export/pictures.ts';

/** One picture of one article: under which address it stands there, and which content it has. */
export interface PictureUse {
  /** Of the article. */
  id: string;
  address: string;
  /** SHA-256 of the content, in hexadecimal digits. */
  hash: string;
  /** Bytes. */
  size: number;
}

interface Content {
  hash: string;
  size: number;
  blob: Blob;
}

const transact = createDatabase({
  name: 'jingdu-pictures',
  version: 1,
  stores: ['contents', 'uses'],
  upgrade: (database) => {
    // Each content once, under hash and size, so that the sizes can be had without the contents.
    database.createObjectStore('contents', { keyPath: ['hash', 'size'] });
    const uses = database.createObjectStore('uses', { keyPath: ['id', 'address'] });
    uses.createIndex('hash', 'hash');
    uses.createIndex('address', 'address');
  },
});

/** Keeps a picture of an article; a content that is there already is not kept twice. Rejects when there is no room. */
export function putPicture({ id, address, hash }: Omit<PictureUse, 'size'>, blob: Blob): Promise<void> {
  return transact('readwrite', async ({ contents, uses }) => {
    const { size } = blob;
    if ((await answerOf(contents.getKey([hash, size]))) === undefined) contents.put({ hash, size, blob } satisfies Content);
    uses.put({ id, address, hash, size } satisfies PictureUse);
  });
}

/** The pictures that are kept for an article. */
export function usesOf(id: string): Promise<PictureUse[]> {
  return transact('readonly', ({ uses }) => answerOf<PictureUse[]>(uses.getAll(rangeOf(id))));
}

/** All pictures that are kept, for whatever article. */
export function allUses(): Promise<PictureUse[]> {
  return transact('readonly', ({ uses }) => answerOf<PictureUse[]>(uses.getAll()));
}

/** The contents of an article's pictures, by their addresses in the web. */
export function contentsOf(id: string): Promise<Map<string, Blob>> {
  return transact('readonly', async ({ contents, uses }) => {
    const all = await answerOf<PictureUse[]>(uses.getAll(rangeOf(id)));
    const found = await Promise.all(all.map(({ hash, size }) => answerOf<Content | undefined>(contents.get([hash, size]))));
    return new Map(all.flatMap(({ address }, place) => (found[place] ? [[address, found[place].blob] as const] : [])));
  });
}

/** The kept picture of an address, whichever article it is kept for, for a file that takes it along; undefined where none is kept, or it cannot be read. */
export function findPicture(address: string): Promise<KeptPicture | undefined> {
  return readBlob(() => transact('readonly', async ({ contents, uses }) => {
    const use = await answerOf<PictureUse | undefined>(uses.index('address').get(address));
    return use && (await answerOf<Content | undefined>(contents.get([use.hash, use.size])))?.blob;
  }));
}

/** A kept picture with its bytes; undefined where it cannot be read. */
export function readPicture({ hash, size }: PictureUse): Promise<KeptPicture | undefined> {
  return readBlob(() => transact('readonly', async ({ contents }) => (await answerOf<Content | undefined>(contents.get([hash, size])))?.blob));
}

/** One picture that a disk does not give back keeps nothing else out of a file. */
async function readBlob(find: () => Promise<Blob | undefined>): Promise<KeptPicture | undefined> {
  try {
    const blob = await find();
    return blob && { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
  } catch (error) {
    console.warn('a kept picture could not be read', error);
    return undefined;
  }
}

/** Lets go of the pictures of these articles, but for some addresses; contents that no article uses any more go with them, in one transaction. */
export function dropUses(ids: readonly string[], stays: (address: string) => boolean = () => false): Promise<void> {
  return transact('readwrite', async ({ contents, uses }) => {
    const all = (await Promise.all(ids.map((id) => answerOf<PictureUse[]>(uses.getAll(rangeOf(id)))))).flat();
    const dropped = all.filter(({ address }) => !stays(address));
    for (const { id, address } of dropped) uses.delete([id, address]);
    const counts = await Promise.all(dropped.map(({ hash }) => answerOf(uses.index('hash').count(hash))));
    dropped.forEach(({ hash, size }, place) => { if (counts[place] === 0) contents.delete([hash, size]); });
  });
}

/** Lets go of everything that is not of these articles, counted anew: whatever was interrupted before, nothing stays that nobody uses. */
export function sweepPictures(ids: ReadonlySet<string>): Promise<void> {
  return transact('readwrite', async ({ contents, uses }) => {
    const [all, keys] = await Promise.all([answerOf<PictureUse[]>(uses.getAll()), answerOf(contents.getAllKeys())]);
    for (const { id, address } of all) if (!ids.has(id)) uses.delete([id, address]);
    const used = new Set(all.filter(({ id }) => ids.has(id)).map(({ hash }) => hash));
    for (const key of keys) if (!used.has(hashOf(key))) contents.delete(key);
  });
}

/** How many bytes all pictures take; 0 where they cannot be reached, as on a full disk, on which all else is still to be counted. */
export async function pictureBytes(): Promise<number> {
  try {
    const keys = await transact('readonly', ({ contents }) => answerOf(contents.getAllKeys()));
    return keys.reduce<number>((sum, key) => sum + (Array.isArray(key) ? Number(key[1]) : 0), 0);
  } catch (error) {
    console.warn('the pictures could not be counted', error);
    return 0;
  }
}

function hashOf(key: IDBValidKey): string {
  return Array.isArray(key) ? String(key[0]) : '';
}

import { crc32 } from '../export/crc32.ts';
import { readUpTo } from '../pictures/read-up-to.ts';
import { listLimit } from './bookmark-list.ts';
import { decodeList } from './decode-list.ts';

/** Omnivore hands out a file of highlights for each article. */
const mostFiles = 10_000;
/** The end of a directory stands at the end of the file, with a comment of this length at most behind it. */
const longestEnd = 22 + 0xffff;
/** Lists stand at the top, or in one folder, and Pocket's highlights in one of that name; the articles themselves, which Omnivore adds, in one more. */
const listName = /^(?!content\/|__MACOSX\/)(?:[^/]+\/)?(?:annotations\/)?[^/]+\.(?:json|csv|html?)$/i;
const highlightName = /^(?:[^/]+\/)?highlights\/([^/]+)\.md$/i;

/** What of an archive is read. */
export interface ListArchive {
  /** In the order of their names. */
  lists: string[];
  /** What was marked in Omnivore's articles, in Markdown, by the name under which it had them. */
  highlights: Map<string, string>;
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packedSize: number;
  /** Where its own head begins. */
  offset: number;
}

/** Whether a file is an archive, as Pocket and Omnivore hand out their lists. */
export async function isArchive(file: Blob): Promise<boolean> {
  const start = await viewOf(file.slice(0, 4));
  return start.byteLength === 4 && start.getUint32(0, true) === 0x04034b50;
}

/** The lists in an archive and what goes with them; undefined where it is cut off or damaged, or has more in it than lists take. */
export async function readArchive(file: Blob): Promise<ListArchive | undefined> {
  try {
    const entries = (await directoryOf(file)).filter(({ name }) => listName.test(name) || highlightName.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (entries.length > mostFiles) return undefined;
    const found: ListArchive = { lists: [], highlights: new Map() };
    let left = listLimit;
    for (const entry of entries) {
      const bytes = await contentOf(file, entry, left);
      left -= bytes.length;
      const [, slug] = highlightName.exec(entry.name) ?? [];
      if (slug === undefined) found.lists.push(decodeList(bytes));
      else found.highlights.set(slug, decodeList(bytes));
    }
    return found;
  } catch (error) {
    console.warn('an archive cannot be read', error);
    return undefined;
  }
}

async function directoryOf(file: Blob): Promise<Entry[]> {
  const from = Math.max(0, file.size - longestEnd);
  const tail = await viewOf(file.slice(from));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new RangeError('the archive has no end');
  const [count, size, offset] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  const directory = await viewOf(file.slice(offset, offset + size));
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count;) {
    if (directory.getUint32(at, true) !== 0x02014b50) throw new RangeError('the directory is damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => directory.getUint16(at + place, true)) as [number, number, number];
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength)),
      method: directory.getUint16(at + 10, true), crc: directory.getUint32(at + 16, true), packedSize: directory.getUint32(at + 20, true), offset: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function contentOf(file: Blob, { method, crc, packedSize, offset }: Entry, limit: number): Promise<Uint8Array> {
  const head = await viewOf(file.slice(offset, offset + 30));
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(start, start + packedSize).stream();
  const bytes = await readUpTo(new Response(method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))), limit);
  if (!bytes || crc32(bytes) !== crc) throw new RangeError('a file in the archive is not what it was');
  return bytes;
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

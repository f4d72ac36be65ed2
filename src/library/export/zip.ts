import { crc32 } from './crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A zip archive that is being written, entry by entry. */
export interface Zip {
  /** Adds a file. What is compressed already is stored as it is, and so is what would only grow. */
  add(path: string, content: string | Bytes, options?: { store?: boolean }): Promise<void>;
  /** Ends the archive and gives it, in pieces; the same entries always give the same bytes. */
  finish(): Bytes[];
}

interface Entry {
  name: Bytes;
  crc: number;
  method: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** What the format's 32 bits hold; larger archives would need an extension that we do not write. */
const largest = 0xffffffff;
const mostEntries = 0xffff;
const deflated = 8;
/** 1 January 1980, the format's first day: when a file was written is nobody's business, and would change the bytes. */
const firstDay = 0x0021;
const utf8Names = 0x0800;

/** Begins an archive. */
export function createZip(): Zip {
  const pieces: Bytes[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  const push = (piece: Bytes): void => {
    pieces.push(piece);
    offset += piece.length;
    if (offset > largest) throw new RangeError('the archive is too large');
  };
  return {
    async add(path, content, { store = false } = {}) {
      if (entries.length === mostEntries) throw new RangeError('the archive has too many files');
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const packed = store ? bytes : await deflate(bytes);
      const smaller = packed.length < bytes.length;
      const data = smaller ? packed : bytes;
      const entry: Entry = {
        name: new TextEncoder().encode(path), crc: crc32(bytes), method: smaller ? deflated : 0, packedSize: data.length, size: bytes.length, offset,
      };
      entries.push(entry);
      push(localHeader(entry));
      push(data);
    },
    finish() {
      const start = offset;
      for (const entry of entries) push(centralHeader(entry));
      push(endRecord(entries.length, start, offset - start));
      return pieces;
    },
  };
}

/** The fields that both headers of an entry share, from the version needed to the length of the name. */
function sharedFields({ name, crc, method, packedSize, size }: Entry): [bits: 16 | 32, value: number][] {
  return [[16, 20], [16, utf8Names], [16, method], [16, 0], [16, firstDay], [32, crc], [32, packedSize], [32, size], [16, name.length], [16, 0]];
}

function localHeader(entry: Entry): Bytes {
  return join(pack([[32, 0x04034b50], ...sharedFields(entry)]), entry.name);
}

function centralHeader(entry: Entry): Bytes {
  return join(pack([[32, 0x02014b50], [16, 20], ...sharedFields(entry), [16, 0], [16, 0], [16, 0], [32, 0], [32, entry.offset]]), entry.name);
}

function endRecord(count: number, start: number, size: number): Bytes {
  return pack([[32, 0x06054b50], [16, 0], [16, 0], [16, count], [16, count], [32, size], [32, start], [16, 0]]);
}

function pack(fields: [bits: 16 | 32, value: number][]): Bytes {
  const view = new DataView(new ArrayBuffer(fields.reduce((total, [bits]) => total + bits / 8, 0)));
  let at = 0;
  for (const [bits, value] of fields) {
    if (bits === 16) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bits / 8;
  }
  return new Uint8Array(view.buffer);
}

async function deflate(bytes: Bytes): Promise<Bytes> {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const packed = await readAll(stream.readable as ReadableStream<Bytes>);
  await written;
  return packed;
}

async function readAll(stream: ReadableStream<Bytes>): Promise<Bytes> {
  const pieces: Bytes[] = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) pieces.push(read.value);
  return join(...pieces);
}

function join(...pieces: Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

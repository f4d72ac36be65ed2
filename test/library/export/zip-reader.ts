import { inflateRawSync } from 'node:zlib';

/** A file as it came out of an archive. */
export interface Unzipped {
  path: string;
  bytes: Buffer;
  stored: boolean;
}

/** Reads an archive by its central directory, as people's tools do. */
export function unzip(pieces: readonly Uint8Array[]): Unzipped[] {
  const archive = Buffer.concat(pieces);
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files: Unzipped[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const stored = archive.readUInt16LE(at + 10) === 0;
    files.push({ path, stored, bytes: stored ? packed : inflateRawSync(packed) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

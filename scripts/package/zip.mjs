// @ts-check
import { crc32, deflateRawSync } from 'node:zlib';

/** @typedef {{ name: string, bytes: Buffer }} ZipEntry */

const signatures = { entry: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };
/** 2.0: folders and deflation. */
const versionNeeded = 20;
const utf8Names = 0x0800;
const deflated = 8;
/** Midnight of 1 January 1980, the first moment that the format knows: no clock gets into the archive. */
const earliest = { time: 0, date: 0x21 };

/**
 * A zip archive that depends on names and contents alone, so that the same files give the same bytes.
 *
 * @param {readonly ZipEntry[]} entries in any order
 * @param {(bytes: Buffer) => Buffer} [deflate]
 * @returns {Buffer}
 */
export function zip(entries, deflate = (bytes) => deflateRawSync(bytes, { level: 9 })) {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of sorted) {
    const data = deflate(bytes);
    const entry = { name: Buffer.from(name), facts: facts(bytes, data, name) };
    const part = Buffer.concat([localHeader(entry), data]);
    directory.push(directoryHeader(entry, offset));
    parts.push(part);
    offset += part.length;
  }
  const headers = Buffer.concat(directory);
  return Buffer.concat([...parts, headers, endOfDirectory(sorted.length, headers.length, offset)]);
}

/** The fields that both headers of an entry have in common, from the version to the lengths. @param {Buffer} bytes @param {Buffer} data @param {string} name */
function facts(bytes, data, name) {
  const fields = Buffer.alloc(26);
  const { time, date } = earliest;
  [versionNeeded, utf8Names, deflated, time, date].forEach((value, index) => fields.writeUInt16LE(value, 2 * index));
  [crc32(bytes), data.length, bytes.length].forEach((value, index) => fields.writeUInt32LE(value, 10 + 4 * index));
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

/** @param {{ name: Buffer, facts: Buffer }} entry */
function localHeader({ name, facts: fields }) {
  return Buffer.concat([uint32(signatures.entry), fields, name]);
}

/** @param {{ name: Buffer, facts: Buffer }} entry @param {number} offset */
function directoryHeader({ name, facts: fields }, offset) {
  const madeBy = uint16(versionNeeded);
  // No comment, disk 0, no attributes.
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([uint32(signatures.directory), madeBy, fields, rest, name]);
}

/** @param {number} count @param {number} size @param {number} offset */
function endOfDirectory(count, size, offset) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(signatures.end, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** @param {number} value */
function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

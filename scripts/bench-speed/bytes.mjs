import { gzipSync } from 'node:zlib';
import { deflateSmall } from '../package/deflate/deflate.mjs';
import { folderEntries } from '../package/entries.mjs';
import { zip } from '../package/zip.mjs';

/** Every script of the built extension with its bytes, as it is and compressed, and the bytes of the whole package. */
export function bytesOf(extension) {
  const entries = folderEntries(extension);
  const scripts = entries.filter(({ name }) => name.endsWith('.js')).map(({ name, bytes }) => ({ name, bytes: bytes.length, gzip: gzipSync(bytes).length }));
  return { scripts: scripts.sort((a, b) => b.bytes - a.bytes), package: zip(entries, deflateSmall).length };
}

// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';
import { browsers, builtFor } from '../build-extension.mjs';
import { deflateSmall } from './deflate/deflate.mjs';
import { folderEntries, sourceEntries } from './entries.mjs';
import { zip } from './zip.mjs';

/** Where the packages are written. */
export const packageFolder = join(projectRoot, 'dist/packages');

/**
 * @typedef {object} Package
 * @property {string} file
 * @property {number} size bytes
 * @property {string} checksum SHA-256
 */

/**
 * Zips the builds and the source, with a file of their checksums beside them.
 *
 * @param {{ built?: (browser: import('../build-extension.mjs').BrowserName) => string, folder?: string }} [options]
 * @returns {Package[]}
 */
export function makePackages({ built = builtFor, folder = packageFolder } = {}) {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'manifest.json'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = browsers.map((browser) => writePackage(join(folder, `jingdu-${browser}-${version}.zip`), folderEntries(built(browser)), deflateSmall));
  packages.push(writePackage(join(folder, `jingdu-source-${version}.zip`), sourceEntries(projectRoot)));
  const sums = packages.map(({ file, checksum }) => `${checksum}  ${file.slice(folder.length + 1)}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  return packages;
}

/**
 * @param {string} file
 * @param {import('./zip.mjs').ZipEntry[]} entries
 * @param {(bytes: Buffer) => Buffer} [deflate]
 * @returns {Package}
 */
function writePackage(file, entries, deflate) {
  const bytes = zip(entries, deflate);
  writeFileSync(file, bytes);
  return { file, size: bytes.length, checksum: createHash('sha256').update(bytes).digest('hex') };
}

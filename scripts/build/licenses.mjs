// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';

/** The file of the package that names what others wrote in it. */
export const licensesFile = 'licenses.txt';

/** Where each library that is in the package keeps its terms. */
const terms = [
  { library: '@mozilla/readability', file: 'LICENSE.md' },
  { library: 'dompurify', file: 'LICENSE' }, // of its two licences the one that Readability has as well, whole
  { library: 'preact', file: 'LICENSE' },
];

/**
 * The licences of the libraries in the package, as these ask of whoever hands them on.
 *
 * @returns {string}
 */
export function licenses() {
  const texts = terms.map(({ library, file }) => `${nameOf(library)}\n\n${readFileSync(join(folderOf(library), file), 'utf8').trim()}`);
  return `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** @param {string} library */
function nameOf(library) {
  const { version } = JSON.parse(readFileSync(join(folderOf(library), 'package.json'), 'utf8'));
  return `${library} ${version}`;
}

/** @param {string} library */
function folderOf(library) {
  return join(projectRoot, 'node_modules', library);
}

/**
 * Puts the licences beside the code.
 *
 * @returns {import('vite').Plugin}
 */
export function withLicenses() {
  return {
    name: 'jingdu:licenses',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: licensesFile, source: licenses() });
    },
  };
}

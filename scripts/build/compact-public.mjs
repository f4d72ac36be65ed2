// @ts-check
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { minifySync } from 'vite';

/** How a file of each kind is written where nobody reads it but the browser. */
const compact = new Map([
  ['.json', (/** @type {string} */ text) => JSON.stringify(JSON.parse(text))],
  ['.js', (/** @type {string} */ text) => minifySync('public.js', text, { module: false }).code],
]);

/**
 * Takes the spaces and comments out of what the build copies as it stands: the words in three languages, and the
 * script before the first paint.
 *
 * @param {string} publicFolder
 * @returns {import('vite').Plugin}
 */
export function compactPublic(publicFolder) {
  return {
    name: 'jingdu:compact-public',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(publicFolder, { recursive: true, encoding: 'utf8' })) {
        const write = compact.get(extname(name));
        if (write) writeFileSync(join(dir, name), write(readFileSync(join(publicFolder, name), 'utf8')));
      }
    },
  };
}

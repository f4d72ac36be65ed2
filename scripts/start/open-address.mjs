// @ts-check
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';
import { serveFolder } from '../browser/static-server.mjs';

const sample = join(projectRoot, 'test/fixtures/sample/page.html');

/**
 * The address to open: a web address as it is, a file (without a word, the sample article) served from localhost.
 *
 * @param {string | undefined} word what was asked for on the command line
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function openAddress(word) {
  if (word !== undefined && /^[a-z][a-z+.-]+:/i.test(word) && !isFile(word)) return { url: word, close: () => Promise.resolve() };
  const file = resolve(word ?? sample);
  if (!isFile(file)) throw new Error(`${file} is no file, and no web address either.`);
  const server = await serveFolder(dirname(file));
  return { url: `${server.origin}/${encodeURIComponent(basename(file))}`, close: server.close };
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

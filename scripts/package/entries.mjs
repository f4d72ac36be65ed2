// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @typedef {import('./zip.mjs').ZipEntry} ZipEntry */

/**
 * All files under a folder.
 *
 * @param {string} folder
 * @returns {ZipEntry[]}
 */
export function folderEntries(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return { name: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) };
  });
}

/**
 * The project's own files as they stand: what a store's reviewer builds the package from. In a clone those
 * that git tracks; in an unpacked archive, which has no git, all but what .gitignore names.
 *
 * @param {string} root
 * @returns {ZipEntry[]}
 */
export function sourceEntries(root) {
  const tracked = git(root, 'ls-files', '-z')?.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
  const names = tracked ?? untrackedNames(root);
  return names.map((name) => ({ name, bytes: readFileSync(join(root, name)) }));
}

/**
 * The files that differ from the last commit, or that git does not know.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function uncommitted(root) {
  const lines = git(root, 'status', '--porcelain')?.split('\n') ?? [];
  return lines.filter((line) => line !== '').map((line) => line.slice(3));
}

/** @param {string} root */
function untrackedNames(root) {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter((line) => line !== '');
  const patterns = ignored.map((line) => new RegExp(`^${line.replace(/[.]/g, '\\.').replace('*', '.*').replace(/\/$/, '')}(/|$)`));
  return readdirSync(root)
    .filter((name) => !patterns.some((pattern) => pattern.test(name)))
    .flatMap((name) => (statSync(join(root, name)).isDirectory() ? folderEntries(join(root, name)).map((entry) => `${name}/${entry.name}`) : [name]));
}

/**
 * What git answers; undefined where there is no git, or no clone.
 *
 * @param {string} root
 * @param {...string} args
 */
function git(root, ...args) {
  if (!existsSync(join(root, '.git'))) return undefined;
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  return status === 0 ? stdout : undefined;
}

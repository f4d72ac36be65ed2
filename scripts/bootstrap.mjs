// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder in which package.json stands. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Goes back to the folder where the person stood: npm runs every script in the project's own. */
export function returnToCaller() {
  const { INIT_CWD: folder, npm_lifecycle_event: script } = process.env;
  if (folder !== undefined && script !== undefined) process.chdir(folder);
}

/**
 * Installs the locked dependencies when they are missing or are not those of the lockfile.
 * What npm says goes to stderr, because stdout may belong to a program's output.
 */
export function installDependencies() {
  if (isInstalled()) return;
  process.stderr.write('Installing the locked dependencies …\n');
  const { command, prefix } = npm();
  const { status, error } = spawnSync(command, [...prefix, 'ci', '--no-audit', '--no-fund'], {
    cwd: projectRoot,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: prefix.length === 0 && process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed${error ? `: ${error.message}` : ''}`);
}

/** npm itself names its own script when it runs us, which spares the search for npm.cmd. */
function npm() {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? { command: process.execPath, prefix: [script] } : { command: 'npm', prefix: [] };
}

/** npm leaves a lockfile of its own in node_modules after every complete installation. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined) throw new Error('package-lock.json is missing or broken');
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional) return true;
    return present[path]?.version === entry.version && present[path]?.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(`${projectRoot}/${file}`, 'utf8')).packages;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return undefined;
    throw error;
  }
}

// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../bootstrap.mjs';

const entry = fileURLToPath(new URL('in-page.mjs', import.meta.url));
const sources = ['src/article', 'src/rules', 'scripts/extract', 'package-lock.json', 'tsconfig.json'];
const cache = join(projectRoot, 'node_modules/.cache/jingdu');

/**
 * The extraction as one script that defines `jingduExtraction`; built only when a source has changed.
 *
 * @returns {Promise<string>}
 */
export async function bundleExtraction() {
  const file = join(cache, `extraction-${fingerprint()}.js`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const script = await bundleScript(entry, 'jingduExtraction');
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, script);
  return script;
}

/**
 * Bundles a module into one script that leaves its exports in a global.
 *
 * @param {string} file
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function bundleScript(file, name) {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry: file, formats: ['iife'], name } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${file} gave no bundle`);
  return chunk.code;
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) for (const file of filesUnder(source)) hash.update(file).update(readFileSync(join(projectRoot, file)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} source a file or a folder
 * @returns {string[]}
 */
function filesUnder(source) {
  if (/\.[a-z]+$/.test(source)) return [source];
  const entries = readdirSync(join(projectRoot, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name).slice(projectRoot.length))
    .sort();
}

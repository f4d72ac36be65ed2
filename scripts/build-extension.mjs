// @ts-check
import { join } from 'node:path';
import { projectRoot } from './bootstrap.mjs';

/** The browsers that have a build of their own; Edge takes Chrome's. */
export const browsers = /** @type {const} */ (['chrome', 'firefox']);

/** @typedef {typeof browsers[number]} BrowserName */

/** Where the built extension stands, for Chrome and Edge. */
export const builtExtension = builtFor('chrome');

/**
 * Where a browser's build stands.
 *
 * @param {BrowserName} browser
 */
export function builtFor(browser) {
  return join(projectRoot, 'dist', browser);
}

/**
 * Builds the extension; with `watch`, again after every change until the process ends.
 *
 * @param {{ browser?: BrowserName, outDir?: string, watch?: boolean, quiet?: boolean }} [options]
 */
export async function buildExtension({ browser = 'chrome', outDir = builtFor(browser), watch = false, quiet = false } = {}) {
  const { build } = await import('vite');
  const callers = process.env['NODE_ENV'];
  // Whoever calls, the build is the one that is shipped.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      root: projectRoot,
      mode: browser,
      logLevel: quiet ? 'warn' : 'info',
      build: { outDir, emptyOutDir: true, watch: watch ? {} : null },
    });
  } finally {
    if (callers === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = callers;
  }
}

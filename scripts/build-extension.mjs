// @ts-check
import { join } from 'node:path';
import { projectRoot } from './bootstrap.mjs';

/** Where the built extension stands. */
export const builtExtension = join(projectRoot, 'dist/chrome');

/**
 * Builds the extension; with `watch`, again after every change until the process ends.
 *
 * @param {{ outDir?: string, watch?: boolean, quiet?: boolean }} [options]
 */
export async function buildExtension({ outDir = builtExtension, watch = false, quiet = false } = {}) {
  const { build } = await import('vite');
  await build({
    root: projectRoot,
    logLevel: quiet ? 'warn' : 'info',
    build: { outDir, emptyOutDir: true, watch: watch ? {} : null },
  });
}

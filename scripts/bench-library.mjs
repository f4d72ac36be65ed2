// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies } from './bootstrap.mjs';
import { measureLibraries } from './bench-library/measure.mjs';
import { printableFigures } from './bench-library/report.mjs';
import { buildExtension } from './build-extension.mjs';

/** How many articles the libraries have; other numbers can be named on the command line. */
const sizes = process.argv.slice(2).map(Number).filter((size) => Number.isInteger(size) && size > 0);

installDependencies();
const extension = mkdtempSync(join(tmpdir(), 'jingdu-bench-'));
try {
  await buildExtension({ outDir: extension, quiet: true });
  const figures = await measureLibraries(extension, sizes.length > 0 ? sizes : [1000, 10_000]);
  process.stdout.write(`${printableFigures(figures)}\n`);
} finally {
  rmSync(extension, { recursive: true, force: true });
}

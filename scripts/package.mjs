// @ts-check
import { relative } from 'node:path';
import { installDependencies, projectRoot } from './bootstrap.mjs';
import { browsers, buildExtension } from './build-extension.mjs';
import { uncommitted } from './package/entries.mjs';
import { makePackages } from './package/make-packages.mjs';

installDependencies();
for (const browser of browsers) await buildExtension({ browser, quiet: true });
for (const { file, size, checksum } of makePackages()) {
  console.log(`${checksum}  ${relative(projectRoot, file)}  ${(size / 1000).toFixed(1)} kB`);
}
const changed = uncommitted(projectRoot);
if (changed.length > 0) console.warn(`\nNot all of this is committed: ${changed.join(', ')}.\nA store's reviewer can only rebuild what is.`);

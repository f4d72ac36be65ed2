// @ts-check
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installDependencies, projectRoot } from './bootstrap.mjs';
import { buildExtension, builtExtension } from './build-extension.mjs';

// The four pictures of the README; with `--all FOLDER` every surface in every theme at four widths, to be looked at.
const [option, place] = process.argv.slice(2);
if (option !== undefined && (option !== '--all' || place === undefined)) {
  console.error('Usage: npm run screenshots [-- --all FOLDER]');
  process.exit(2);
}
installDependencies();
const folder = place === undefined ? join(projectRoot, '.github/screenshots') : resolve(place);
const extension = process.env['JINGDU_EXTENSION'] ?? builtExtension;
const { launchBrowser } = await import('./browser/launch-browser.mjs');
const { serveFolder } = await import('./browser/static-server.mjs');
const { drawGrid } = await import('./screenshots/grid.mjs');
const { drawReadme } = await import('./screenshots/readme.mjs');

mkdirSync(folder, { recursive: true });
if (extension === builtExtension) await buildExtension({ quiet: true });
const site = await serveFolder(join(projectRoot, 'test/fixtures'));
const browser = await launchBrowser({ extension, language: 'zh-CN', viewport: { width: 1280, height: 720 } });
try {
  await (place === undefined ? drawReadme : drawGrid)(browser, site.origin, folder);
  console.log(`Pictures in ${folder}`);
} finally {
  await browser.close();
  await site.close();
}

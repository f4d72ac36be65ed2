import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtFor, buildExtension } from './build-extension.mjs';
import { installDependencies, returnToCaller } from './bootstrap.mjs';

const usage = `npm run bench:speed -- [DIR] [options]
  DIR             pages as DIR/<id>/page.html or source.html; without it, the fixtures
  --only PARTS    by comma: engines, extension, firefox (the bytes are always counted)
  --paragraphs N  the largest article of the growth, 50000 by default
  --json FILE     all measurements`;

const parts = ['engines', 'extension', 'firefox'];
const sizes = [100, 1_000, 10_000, 50_000];

process.exitCode = await main(readArguments());

async function main({ directory, only, most, json }) {
  if (only.length === 0 || Number.isNaN(most)) return complain(usage);
  if (directory !== undefined && !existsSync(directory)) return complain(`There is no folder ${directory}.`);
  installDependencies();
  const measured = await measureAll({ directory, only, most });
  showProgress('');
  const { figuresOf } = await import('./bench-speed/figures.mjs');
  const { printable } = await import('./bench-speed/printable.mjs');
  const figures = figuresOf(measured);
  process.stdout.write(`${printable(figures)}\n`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ figures: figures.map(({ name, value, reach }) => ({ name, value, reach: reach ?? null })), measured }, null, 1)}\n`);
  return 0;
}

async function measureAll({ directory, only, most }) {
  const { bytesOf } = await import('./bench-speed/bytes.mjs');
  const chrome = process.env['JINGDU_EXTENSION'] ?? (await built('chrome'));
  const measured = { bytes: bytesOf(chrome) };
  if (only.includes('engines')) {
    const { runEngines } = await import('./bench-speed/engines.mjs');
    const { readPages } = await import('./bench-speed/pages.mjs');
    measured.engines = await runEngines({ pages: readPages(directory), sizes: sizes.filter((size) => size <= most), onPage: showProgress });
  }
  if (only.includes('extension')) {
    const { runExtension } = await import('./bench-speed/extension.mjs');
    measured.extension = await runExtension({ extension: chrome, onStep: showProgress });
  }
  if (only.includes('firefox')) measured.firefox = await inFirefox();
  return measured;
}

async function inFirefox() {
  const { provideFirefox } = await import('./firefox/find-firefox.mjs');
  const executable = provideFirefox();
  if (executable === undefined) {
    process.stderr.write('Firefox was not found: its figure is missing.\n');
    return undefined;
  }
  showProgress('Firefox');
  const { runFirefox } = await import('./bench-speed/firefox.mjs');
  return runFirefox({ executable, extension: process.env['JINGDU_FIREFOX_EXTENSION'] ?? (await built('firefox')) });
}

async function built(browser) {
  await buildExtension({ browser, quiet: true });
  return builtFor(browser);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', default: parts.join(',') }, paragraphs: { type: 'string', default: String(sizes.at(-1)) }, json: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  returnToCaller();
  const only = parts.filter((part) => values.only.split(',').includes(part));
  return { directory: positionals[0] && resolve(positionals[0]), only, most: Number(values.paragraphs), json: values.json };
}

function complain(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function showProgress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

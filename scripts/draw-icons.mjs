// @ts-check
/**
 * Draws the toolbar icons: 冫, the left side of 净, before the lines of a text, on a seal-shaped page.
 * Run it by hand after a change: node scripts/draw-icons.mjs [browser]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const folder = new URL('../public/icons/', import.meta.url);
/** The stores and the list of extensions show an article's; a page that is none has its icon in the toolbar alone. */
const sizes = { article: [16, 32, 48, 128], plain: [16, 32] };

/** Edges lie on whole pixels of a 16-pixel grid, so that the smallest icon stays sharp. */
const marks = {
  article: { page: 'fill="#17666e"', ink: '#ffffff', drop: '#ffb59c' },
  plain: { page: 'fill="none" stroke="#7b918f" stroke-width="1"', ink: '#7b918f', drop: '#7b918f' },
};

/** @param {keyof typeof marks} state @param {number} size */
function draw(state, size) {
  const { page, ink, drop } = marks[state];
  const inset = state === 'plain' ? 0.5 : 0;
  const edge = `x="${inset}" y="${inset}" width="${16 - 2 * inset}" height="${16 - 2 * inset}" rx="${3.5 - inset}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">
    <rect ${edge} ${page}/>
    <g fill="none" stroke-linecap="round" stroke-width="1.9">
      <path d="M3.6 3.9 L5 5.7" stroke="${drop}"/><path d="M3.5 12 L5.2 9" stroke="${ink}"/>
    </g>
    <g fill="${ink}">
      <rect x="8" y="3" width="4.5" height="2" rx=".9"/><rect x="7.25" y="7" width="6.25" height="2" rx=".9"/><rect x="8" y="11" width="4.5" height="2" rx=".9"/>
    </g></svg>`;
}

const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', chromiumSandbox: false });
const page = await browser.newPage();
await mkdir(folder, { recursive: true });
for (const state of /** @type {const} */ (['plain', 'article'])) {
  for (const size of sizes[state]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${draw(state, size)}`);
    await writeFile(new URL(`${state}-${size}.png`, folder), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();

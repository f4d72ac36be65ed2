// @ts-check
/**
 * Draws the toolbar icons: 冫, the left side of 净, before the lines of a text, on a seal-shaped page.
 * Run it by hand after a change: node scripts/draw-icons.mjs [browser]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { indexedPng } from './draw-icons/indexed-png.mjs';

const folder = new URL('../public/icons/', import.meta.url);
/** The stores and the list of extensions show an article's; a page that is none has its icon in the toolbar alone. */
const sizes = { article: [16, 32, 48, 128], plain: [16, 32] };

/** Edges lie on whole pixels of a 16-pixel grid, so that the smallest icon stays sharp. */
const marks = {
  article: { page: '#17666e', stroke: '', ink: '#ffffff', drop: '#ffb59c' },
  plain: { page: 'none', stroke: '#7b918f', ink: '#7b918f', drop: '#7b918f' },
};

/** @param {keyof typeof marks} state @param {number} size */
function draw(state, size) {
  const { page, stroke, ink, drop } = marks[state];
  const inset = stroke === '' ? 0 : 0.5;
  const edge = `x="${inset}" y="${inset}" width="${16 - 2 * inset}" height="${16 - 2 * inset}" rx="${3.5 - inset}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">
    <rect ${edge} fill="${page}" stroke="${stroke}"/>
    <g fill="none" stroke-linecap="round" stroke-width="1.9">
      <path d="M3.6 3.9 L5 5.7" stroke="${drop}"/><path d="M3.5 12 L5.2 9" stroke="${ink}"/>
    </g>
    <g fill="${ink}">
      <rect x="8" y="3" width="4.5" height="2" rx=".9"/><rect x="7.25" y="7" width="6.25" height="2" rx=".9"/><rect x="8" y="11" width="4.5" height="2" rx=".9"/>
    </g></svg>`;
}

/** The colours that meet in a mark: the outermost fades into nothing, and the others lie on it. @param {keyof typeof marks} state */
function edgesOf(state) {
  const { page, stroke, ink, drop } = marks[state];
  const [ground, ...others] = [...new Set([stroke || page, ink, drop])].map((hex) => [...Buffer.from(hex.slice(1), 'hex'), 255]);
  if (ground === undefined) return [];
  return [/** @type {const} */ ([[...ground.slice(0, 3), 0], ground]), ...others.map((colour) => /** @type {const} */ ([ground, colour]))];
}

/** Runs in the page. @param {{ svg: string, size: number }} icon @returns {Promise<number[]>} */
async function pixelsOf({ svg, size }) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size).getContext('2d');
  canvas?.drawImage(image, 0, 0);
  return [...(canvas?.getImageData(0, 0, size, size).data ?? [])];
}

const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', chromiumSandbox: false });
const page = await browser.newPage();
await mkdir(folder, { recursive: true });
for (const state of /** @type {const} */ (['plain', 'article'])) {
  for (const size of sizes[state]) {
    const pixels = await page.evaluate(pixelsOf, { svg: draw(state, size), size });
    await writeFile(new URL(`${state}-${size}.png`, folder), indexedPng(pixels, edgesOf(state)));
  }
}
await browser.close();

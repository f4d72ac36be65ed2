import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { requireBrowser } from '../browser/find-browser.mjs';
import { canSandbox, launchBrowser, quietArguments } from '../browser/launch-browser.mjs';
import { closeReader, timeReader } from './watch-reader.mjs';

const rounds = 3;
const settled = 3_000;

/**
 * Bytes of script heap that the extension adds to a tab, garbage collected: with the detector at rest, with
 * the reader open, and after it has been closed; and what an empty script in the detector's place takes.
 */
export async function heapOf(browser, { extension, url }) {
  const without = await heapWithout(url);
  const empty = (await heapWithEmptyScript(extension, url)) - without;
  const idle = (await leastHeap(browser.page, url)) - without;
  await timeReader(browser);
  const open = (await usedHeap(browser.page)) - without;
  await closeReader(browser);
  const closed = (await usedHeap(browser.page)) - without;
  return { empty, idle, open, closed };
}

async function heapWithout(url) {
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox: canSandbox(), args: quietArguments });
  try {
    return await leastHeap(await browser.newPage(), url);
  } finally {
    await browser.close();
  }
}

async function heapWithEmptyScript(extension, url) {
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-empty-'));
  cpSync(extension, folder, { recursive: true });
  writeFileSync(join(folder, 'src/content/detector.iife.js'), '');
  const browser = await launchBrowser({ extension: folder });
  try {
    return await leastHeap(browser.page, url);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function leastHeap(page, url) {
  const sizes = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.waitForTimeout(settled);
    sizes.push(await usedHeap(page));
  }
  return Math.min(...sizes);
}

async function usedHeap(page) {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { requireBrowser } from '../browser/find-browser.mjs';
import { canSandbox, launchBrowser, quietArguments } from '../browser/launch-browser.mjs';
import { closeReader, timeReader } from './watch-reader.mjs';

const rounds = 3;
const settled = 3_000;

/** One pass over the page and nothing else: what a look at each element takes, in a world where none has been looked at. */
const onePass = 'const walker = document.createTreeWalker(document); while (walker.nextNode() !== null);';

/**
 * Bytes of script heap that the extension adds to a tab, garbage collected: with the detector at rest, with
 * the reader open, and after it has been closed; and what an empty script and one pass over the page take in
 * the detector's place. What is at rest is measured in a browser of its own, where nothing else was opened before.
 */
export async function heapOf(browser, { extension, url }) {
  const without = await heapWithout(url);
  const empty = (await heapWithScript(extension, url, '')) - without;
  const pass = (await heapWithScript(extension, url, onePass)) - without;
  const idle = (await heapWithScript(extension, url)) - without;
  await browser.page.goto(url);
  await timeReader(browser);
  const open = (await usedHeap(browser.page)) - without;
  await closeReader(browser);
  const closed = (await usedHeap(browser.page)) - without;
  return { empty, pass, idle, open, closed };
}

async function heapWithout(url) {
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox: canSandbox(), args: quietArguments });
  try {
    return await leastHeap(await browser.newPage(), url);
  } finally {
    await browser.close();
  }
}

/** With another script in the place of detector and ear, or with the two themselves. */
async function heapWithScript(extension, url, script) {
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-heap-'));
  cpSync(extension, folder, { recursive: true });
  if (script !== undefined) {
    writeFileSync(join(folder, 'src/content/detector.iife.js'), script);
    writeFileSync(join(folder, 'src/content/ear.iife.js'), '');
  }
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

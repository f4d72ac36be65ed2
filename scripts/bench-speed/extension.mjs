import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';
import { launchBrowser } from '../browser/launch-browser.mjs';
import { stopServiceWorker } from '../browser/service-worker.mjs';
import { listen, serveFolder } from '../browser/static-server.mjs';
import { clickToolbarIcon } from '../browser/toolbar.mjs';
import { heapOf } from './heap.mjs';
import { articleOf, articleOfCharacters, listOf } from './pages.mjs';
import { traceScript } from './trace.mjs';
import { closeReader, timeReader } from './watch-reader.mjs';

const rounds = 5;
/** Longer than the detector waits for an idle moment. */
const settled = 2_500;

const generated = { '/article': () => articleOf(60), '/long': () => articleOfCharacters(100_000), '/list': () => listOf(50_000), '/tall': () => articleOf(25_000) };

/**
 * Detector, reader, popup and memory in the real browser with the built extension.
 *
 * @param {{ extension: string, onStep: (name: string) => void }} options
 */
export async function runExtension({ extension, onStep }) {
  const sample = await serveFolder(join(projectRoot, 'test/fixtures/sample'));
  const site = await listen((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(generated[request.url]?.() ?? '');
  });
  const browser = await launchBrowser({ extension });
  const addresses = { sample: `${sample.origin}/page.html`, article: `${site.origin}/article`, long: `${site.origin}/long`, list: `${site.origin}/list`, tall: `${site.origin}/tall` };
  try {
    onStep('detector');
    const detector = await detectorTimes(browser, addresses);
    onStep('reader');
    const reader = await readerTimes(browser, addresses);
    onStep('popup');
    const popup = await popupTimes(browser, addresses.sample);
    onStep('memory');
    const memory = await heapOf(browser, { extension, url: addresses.sample });
    return { detector, reader, popup, memory };
  } finally {
    await browser.close();
    await Promise.all([sample.close(), site.close()]);
  }
}

/** The first page after the browser's start is told apart: there the script is read from the disk and compiled, and not on the pages that follow. */
async function detectorTimes(browser, { sample, article, list, tall }) {
  const times = {};
  for (const [name, url] of Object.entries({ first: sample, sample, article, list, tall })) {
    const tasks = await traceScript(browser, 'detector.iife', async () => {
      await browser.page.goto(url);
      await browser.page.waitForTimeout(settled);
    });
    times[name] = { sum: tasks.reduce((sum, task) => sum + task, 0), longest: Math.max(...tasks), tasks: tasks.length };
  }
  return times;
}

async function readerTimes(browser, { sample, long }) {
  const asleep = [];
  const cold = [];
  const warm = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [times, isAsleep] of [[asleep, true], [cold, false]]) {
      await browser.page.goto(sample);
      await browser.page.waitForTimeout(300);
      if (isAsleep) await stopServiceWorker(browser);
      times.push(await timeReader(browser));
      await closeReader(browser);
    }
    warm.push(await timeReader(browser));
    await closeReader(browser);
  }
  const longTimes = [];
  for (let round = 0; round < 3; round += 1) {
    await browser.page.goto(long);
    await browser.page.waitForTimeout(600);
    longTimes.push(await timeReader(browser));
    await closeReader(browser);
  }
  return { asleep: middle(asleep), cold: middle(cold), warm: middle(warm), long: middle(longTimes) };
}

async function popupTimes(browser, url) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await browser.page.goto(url);
    await browser.page.waitForTimeout(300);
    const popup = await clickToolbarIcon(browser);
    await popup.waitFor('[data-testid=save]');
    times.push(await popup.evaluate(paintTimes));
    await popup.close();
  }
  const by = (key) => times.map((time) => time[key]).sort((a, b) => a - b)[times.length >> 1];
  return { first: by('first'), article: by('article') };
}

/** In the popup: from its opening to its first paint, and to that of the largest thing in it, the article's title and outline. */
function paintTimes() {
  const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve({ first, article: list.getEntries().at(-1)?.startTime ?? null })).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

function middle(times) {
  return times.sort((a, b) => a.painted - b.painted)[times.length >> 1];
}

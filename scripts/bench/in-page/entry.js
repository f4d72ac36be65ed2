import { median } from '../summary.mjs';
import { depthsOf } from '../scoring.mjs';
import { engines } from './engines.js';
import { headings, textBlocks } from './text-blocks.js';

/** A page is measured for about this long, in milliseconds: the worst of many ratios is that of the noisiest page, if a page gets few rounds. */
const budget = 240;
const rounds = { least: 5, most: 25 };

/**
 * Runs engines on the page this stands in. Those that are timed together take turns, so that
 * whatever else the machine does falls on all of them.
 */
export function measure({ names, together, page }) {
  const results = Object.fromEntries(names.map((name) => [name, attempt(() => firstRun(name, page))]));
  const working = names.filter((name) => results[name].error === undefined);
  const turns = [together.filter((name) => working.includes(name)), ...working.filter((name) => !together.includes(name)).map((name) => [name])];
  for (const turn of turns) for (const [name, ms] of Object.entries(clock(turn, page))) results[name].ms = ms;
  return results;
}

/** Gives the HTML that an engine outside of the page made the same shape as the others'. */
export function shape(output) {
  const body = new DOMParser().parseFromString(output.html ?? '', 'text/html').body;
  const found = headings(body);
  const depths = depthsOf(found.map(({ level }) => level));
  return {
    title: output.title ?? '',
    byline: output.byline ?? '',
    published: output.published ?? '',
    blocks: textBlocks(body),
    outline: output.outline ?? found.map(({ text }, index) => ({ text, depth: depths[index] })),
    removals: output.removals ?? [],
    provenance: output.provenance ?? [],
  };
}

/** The run that counts for the scores is also the warm-up of the clock. */
function firstRun(name, page) {
  const { prepare, parse, read, detect } = engines[name];
  const readerable = detect ? detect() : null;
  const started = performance.now();
  detect?.();
  const detectMs = performance.now() - started;
  const result = parse(page, prepare?.());
  return { readerable, detectMs, ms: null, output: result ? shape(read(result)) : null };
}

function attempt(run) {
  try {
    return run();
  } catch (error) {
    return { readerable: null, ms: null, output: null, error: String(error?.stack ?? error) };
  }
}

function clock(names, page) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const started = performance.now();
  for (let round = 0; round < rounds.most; round += 1) {
    if (round >= rounds.least && performance.now() - started > budget) break;
    for (const name of round % 2 === 0 ? names : names.toReversed()) times[name].push(duration(engines[name], page));
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

function duration({ prepare, parse }, page) {
  const prepared = prepare?.();
  const started = performance.now();
  parse(page, prepared);
  return performance.now() - started;
}

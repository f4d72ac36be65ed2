import { fileURLToPath } from 'node:url';
import { bundleScript } from '../extract/bundle.mjs';
import { openPageHost } from '../extract/page-host.mjs';
import { readSavedPage } from '../extract/saved-page.mjs';
import { scoreCase } from './score-case.mjs';

/** All engines in the order of the tables. */
export const engineNames = ['ours', 'readability', 'defuddle', 'postlight'];
const timedTogether = ['ours', 'readability'];

/** Longest that all the engines together may keep one page busy before it counts as hung, in milliseconds. */
const patience = 60_000;

/**
 * Runs the engines over the cases and scores what they give.
 *
 * @param {{ cases: object[], names: string[], siteRules: boolean, onCase?: (id: string) => void }} options
 * @returns one result an engine and case, with `engine`, `id`, `group`, `score`, `output`, times
 */
export async function runBench({ cases, names, siteRules, onCase = () => undefined }) {
  const script = await bundleScript(fileURLToPath(new URL('in-page/entry.js', import.meta.url)), 'bench');
  const host = await openPageHost();
  const results = [];
  try {
    for (const one of cases) {
      onCase(one.id);
      results.push(...(await runCase({ host, script }, one, { names, siteRules })));
    }
  } finally {
    await host.close();
  }
  return results;
}

async function runCase({ host, script }, one, { names, siteRules }) {
  const saved = await readSavedPage(one.file, one.url);
  await host.show(saved);
  const call = (verb, input) => host.evaluate(script, `bench.${verb}(${JSON.stringify(input)})`, patience);
  const page = { url: saved.url, siteRules };
  const clocks = names.includes('ours') ? timedTogether : [];
  const inPage = [...new Set([...names, ...clocks])].filter((name) => name !== 'postlight');
  const runs = await call('measure', { names: inPage, together: clocks, page }).catch((error) => hung(inPage, error));
  if (names.includes('postlight')) runs.postlight = await outsideRun({ ...one, url: saved.url }, call);
  return names.map((engine) => resultOf(one, engine, runs));
}

/** A page that one engine never comes back from says so for all of them, rather than ending the run. */
function hung(names, error) {
  return Object.fromEntries(names.map((name) => [name, { readerable: null, ms: null, output: null, error: error.message }]));
}

async function outsideRun(one, call) {
  const { runPostlight } = await import('./postlight.mjs');
  const { html, ...run } = await runPostlight(one).catch((error) => ({ readerable: null, ms: null, output: null, error: error.message }));
  return html ? { ...run, output: await call('shape', html) } : run;
}

function resultOf(one, engine, runs) {
  const { ms, output, readerable, detectMs = null, error = null } = runs[engine];
  return {
    engine,
    id: one.id,
    group: one.group,
    bytes: one.bytes,
    isArticle: one.truth.isArticle,
    uncertain: one.truth.uncertain === true,
    readerable,
    detectMs,
    ms,
    referenceMs: engine === 'ours' ? (runs.readability?.ms ?? null) : null,
    error,
    output,
    score: one.truth.isArticle ? scoreCase(one.truth, output) : null,
  };
}

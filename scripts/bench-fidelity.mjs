import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printableCase } from './bench/case-view.mjs';
import { readCorpus } from './bench/corpus.mjs';
import { printableFaults } from './bench/faults.mjs';
import { printableGoals } from './bench/goals.mjs';
import { printableTables, summariseAll } from './bench/report.mjs';
import { engineNames, runBench } from './bench/run.mjs';

const usage = `npm run bench:fidelity -- [DIR] [options]
  DIR              corpus of <id>/{source.html, truth.json, origin.json}
  --only NAMES     engines, by comma: ${engineNames.join(', ')}
  --case ID        one case in full
  --list           the worst cases, and each with a fault
  --json FILE      all figures
  --no-site-rules  without the rules that know a site`;

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const usualCorpus = resolve(repository, '../shared/corpus/dev');

process.exitCode = await main(readArguments());

async function main({ directory, only, caseId, list, json, siteRules }) {
  const problem = problemWith({ directory, only });
  if (problem !== undefined) return complain(problem);
  const cases = readCorpus(directory).filter(({ id }) => caseId === undefined || id === caseId);
  if (cases.length === 0) return complain(caseId ? `There is no case ${caseId} in ${directory}.` : `There is no case in ${directory}.`);
  const started = performance.now();
  const results = await runBench({ cases, names: only, siteRules, onCase: showProgress });
  showProgress('');
  if (json !== undefined) writeFileSync(json, JSON.stringify(figures(results, only), null, 1));
  print(caseId ? caseViews(results, cases) : overview(results, { only, list }));
  if (!caseId) print(`\n${cases.length} cases in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return 0;
}

function overview(results, { only, list }) {
  const summaries = summariseAll(results, only);
  const ours = results.filter(({ engine }) => engine === 'ours');
  const errors = results.filter(({ error }) => error).map(({ engine, id, error }) => `${engine} failed on ${id}: ${error.split('\n')[0]}`);
  return [
    printableTables(summaries),
    errors.join('\n'),
    ours.length > 0 ? `Goals, in total and in each group\n${printableGoals(summaries, 'ours')}` : '',
    list && ours.length > 0 ? printableFaults(ours) : '',
  ].filter((part) => part !== '').join('\n\n');
}

function caseViews(results, cases) {
  return results.map((result) => printableCase({ result, truth: cases[0].truth, url: cases[0].url })).join('\n\n');
}

/** The texts compared and the sets of indices stay out: they are many times the figures. */
function figures(results, names) {
  const slim = (key, value) => (key === 'texts' || (key === 'blocks' && Array.isArray(value)) || value instanceof Set ? undefined : value);
  return JSON.parse(JSON.stringify({ summary: summariseAll(results, names), cases: results }, slim));
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: engineNames.join(',') },
      case: { type: 'string' },
      list: { type: 'boolean', default: false },
      json: { type: 'string' },
      'no-site-rules': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) { print(usage); process.exit(0); }
  const directory = positionals[0] === undefined ? usualCorpus : resolve(positionals[0]);
  const only = engineNames.filter((name) => values.only.split(',').includes(name));
  return { directory, only, caseId: values.case, list: values.list, json: values.json, siteRules: !values['no-site-rules'] };
}

function problemWith({ directory, only }) {
  if (!existsSync(directory)) return `There is no corpus at ${directory}. Name its folder: npm run bench:fidelity -- DIR`;
  return only.length === 0 ? `--only takes ${engineNames.join(', ')}.` : undefined;
}

function complain(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function showProgress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

// @ts-check
import { runNode } from './run-node.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';

/** @typedef {{ passed: number, failures: string[], skipped: string[] }} Count names where there is something to look at: the end of a long log says what failed, and nothing is skipped in silence */

/**
 * Runs some of vitest's projects, or a part of their files, and counts the tests.
 *
 * @param {string[]} projects
 * @param {{ output?: import('./run-node.mjs').Output, part?: string }} [options] `part` as in `2/3`: the second of three
 * @returns {Promise<Count>}
 */
export async function runVitest(projects, { output, part } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-test-'));
  const report = join(folder, 'report.json');
  const status = await runNode(
    [
      join(projectRoot, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=test/vitest.config.ts',
      ...projects.map((project) => `--project=${project}`),
      ...(part === undefined ? [] : [`--shard=${part}`]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    output,
  );
  const count = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failures: [], skipped: [] };
  rmSync(folder, { recursive: true });
  return withRunFailure(count, status);
}

/**
 * A file that could not even be loaded has no tests, and counts as one that failed.
 *
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} report
 * @returns {Count}
 */
export function countTests({ testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failures = tests.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages = [] }) => `${fullName}: ${firstLine(failureMessages[0])}`);
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName);
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'));
  return { passed, failures: [...failures, ...broken.map(({ name }) => `${name} could not be run`)], skipped };
}

/**
 * A run that failed outside its tests, or that found no test, counts as one failure.
 *
 * @param {Count} count
 * @param {number | null} status the exit status of the runner
 * @returns {Count}
 */
export function withRunFailure({ passed, failures, skipped }, status) {
  const ranNothing = passed + skipped.length === 0;
  const isSilent = failures.length === 0 && (status !== 0 || ranNothing);
  return { passed, failures: isSilent ? [`the run ended with ${status}${ranNothing ? ' and had no test' : ', though every test passed'}`] : failures, skipped };
}

/** @param {string} [message] with its stack */
function firstLine(message = '') {
  return message.split('\n', 1)[0];
}

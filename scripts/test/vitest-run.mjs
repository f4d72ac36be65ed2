// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Runs some of vitest's projects and counts their tests.
 *
 * @param {string[]} projects
 * @returns {Count}
 */
export function runVitest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-test-'));
  const report = join(folder, 'report.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=test/vitest.config.ts',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  const count = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  return withRunFailure(count, status);
}

/**
 * A file that could not even be loaded has no tests, and counts as one that failed.
 *
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Count}
 */
export function countTests({ testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'));
  return { passed, failed: failed + broken.length };
}

/**
 * A run that failed outside its tests, or in which no test ran, counts as one failure.
 *
 * @param {Count} count
 * @param {number | null} status the exit status of the runner
 * @returns {Count}
 */
export function withRunFailure({ passed, failed }, status) {
  if (failed === 0 && (status !== 0 || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}

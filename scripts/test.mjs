// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies, projectRoot } from './bootstrap.mjs';
import { runVitest } from './test/vitest-run.mjs';

installDependencies();

/** @typedef {import('./test/vitest-run.mjs').Count} Count */

/** @type {[string, () => Count][]} */
const runners = [
  ['types', () => runTool('typescript/bin/tsc', '--project', '.')],
  ['lint', () => runTool('eslint/bin/eslint.js', '.')],
  ['laws', () => runVitest(['laws'])],
  ['unit tests', () => runVitest(['unit', 'scripts'])],
  ['build', () => runScript('build.mjs')],
  ['built package', () => runVitest(['package'])],
  ['end to end in Chromium', () => runVitest(['e2e'])],
  ['end to end in Firefox', () => runVitest(['e2e-firefox'])],
  ['safety', () => runVitest(['safety'])],
];

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: [] };
const lines = [];
for (const [name, run] of runners) {
  console.log(`\n— ${name}`);
  const count = run();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped.push(...count.skipped);
  lines.push(`${name}: ${inWords(count)}`);
}

console.log(`\n${lines.join('\n')}\n`);
if (total.skipped.length > 0) console.log(`SKIPPED, because what they need is not installed here (a browser, or epubcheck):\n${total.skipped.map((name) => `  ${name}`).join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {Count} count */
function inWords({ passed, failed, skipped }) {
  const counted = `${passed} passed, ${failed} failed`;
  return skipped.length > 0 ? `${counted}, ${skipped.length} skipped` : counted;
}

/** @param {string} tool @param {...string} args */
function runTool(tool, ...args) {
  return runNode(join(projectRoot, 'node_modules', tool), args);
}

/** @param {string} script */
function runScript(script) {
  return runNode(join(projectRoot, 'scripts', script), []);
}

/**
 * One test, which passes when the program ends well.
 *
 * @param {string} file
 * @param {string[]} args
 * @returns {Count}
 */
function runNode(file, args) {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: projectRoot, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

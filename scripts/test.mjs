// @ts-check
import { join } from 'node:path';
import { installDependencies, projectRoot } from './bootstrap.mjs';
import { requireBrowser } from './browser/find-browser.mjs';
import { provideFirefox } from './firefox/find-firefox.mjs';
import { runNode } from './test/run-node.mjs';
import { runVitest } from './test/vitest-run.mjs';

installDependencies();

/** @typedef {import('./test/vitest-run.mjs').Count} Count */

/** @typedef {[string, () => Promise<Count>]} Runner */

/** @type {Runner[]} */
const first = [
  ['types', () => runTool('typescript/bin/tsc', '--project', '.')],
  ['lint', () => runTool('eslint/bin/eslint.js', '.')],
  ['laws', () => runVitest(['laws'])],
  ['unit tests', () => runVitest(['unit', 'scripts'])],
  ['build', () => runScript('build.mjs')],
  ['built package', () => runVitest(['package'])],
];
// A browser at work leaves one of two processors idle.
/** @type {Runner[][]} */
const sideBySide = [
  [['end to end in Chromium', () => runVitest(['e2e'])]],
  [['end to end in Firefox', () => runVitest(['e2e-firefox'], 'at the end')], ['safety', () => runVitest(['safety'], 'at the end')]],
];

const counts = await inTurn(first);
bringBrowsers();
counts.push(...(await Promise.all(sideBySide.map(inTurn))).flat());
/** @type {Count} */
const total = { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed), skipped: counts.flatMap(({ skipped }) => skipped) };
const lines = [...first, ...sideBySide.flat()].map(([name], index) => `${name}: ${inWords(counts[index] ?? { passed: 0, failed: 1, skipped: [] })}`);

console.log(`\n${lines.join('\n')}\n`);
if (total.skipped.length > 0) console.log(`SKIPPED, because what they need is not installed here (a browser, or epubcheck):\n${total.skipped.map((name) => `  ${name}`).join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {Runner[]} runners @returns {Promise<Count[]>} */
async function inTurn(runners) {
  const done = [];
  for (const [name, run] of runners) {
    console.log(`\n— ${name}`);
    done.push(await run());
  }
  return done;
}

/** One after the other, before the tests that run side by side: apt installs one thing at a time. */
function bringBrowsers() {
  for (const bring of [requireBrowser, provideFirefox]) {
    try {
      bring();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error); // the tests that need it say so again, and fail
    }
  }
}

/** @param {(count: Count) => number} of */
function sum(of) {
  return counts.reduce((all, count) => all + of(count), 0);
}

/** @param {Count} count */
function inWords({ passed, failed, skipped }) {
  const counted = `${passed} passed, ${failed} failed`;
  return skipped.length > 0 ? `${counted}, ${skipped.length} skipped` : counted;
}

/** @param {string} tool @param {...string} args */
function runTool(tool, ...args) {
  return asOneTest([join(projectRoot, 'node_modules', tool), ...args]);
}

/** @param {string} script */
function runScript(script) {
  return asOneTest([join(projectRoot, 'scripts', script)]);
}

/**
 * One test, which passes when the program ends well.
 *
 * @param {string[]} command
 * @returns {Promise<Count>}
 */
async function asOneTest(command) {
  const status = await runNode(command);
  return status === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

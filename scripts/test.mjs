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
  ['build', () => runScript('build.mjs')],
];
/** @type {Runner[]} */
const alone = [
  ['laws', () => runVitest(['laws'])],
  ['unit tests', () => runVitest(['unit', 'scripts'])],
  ['built package', () => runVitest(['package'])],
];
// A browser at work often waits, and leaves two processors half idle. What takes longest begins first.
/** @type {Runner[]} */
const sideBySide = [...inParts('safety', 'safety', 3), ...inParts('end to end in Chromium', 'e2e', 4), ...inParts('end to end in Firefox', 'e2e-firefox', 1)];

const counts = [...(await inLanes(first, 2)), ...(await inLanes(alone, 1))];
bringBrowsers();
counts.push(...(await inLanes(sideBySide, 3)));
/** @type {Count} */
const total = { passed: counts.reduce((all, { passed }) => all + passed, 0), failures: counts.flatMap(({ failures }) => failures), skipped: counts.flatMap(({ skipped }) => skipped) };
const lines = [...first, ...alone, ...sideBySide].map(([name], index) => `${name}: ${inWords(counts[index] ?? { passed: 0, failures: [name], skipped: [] })}`);

console.log(`\n${lines.join('\n')}\n`);
if (total.failures.length > 0) console.log(`FAILED:\n${total.failures.map((name) => `  ${name}`).join('\n')}\n`);
if (total.skipped.length > 0) console.log(`SKIPPED, because what they need is not installed here (a browser, or epubcheck):\n${total.skipped.map((name) => `  ${name}`).join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failures.length > 0 || total.passed === 0 ? 1 : 0;

/** @param {Runner[]} runners @param {number} lanes how many run at once @returns {Promise<Count[]>} in the order of the runners */
async function inLanes(runners, lanes) {
  /** @type {Count[]} */
  const done = [];
  const waiting = [...runners.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, [name, run]] = next;
      console.log(`\n— ${name}`);
      done[index] = await run();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

/** @param {string} name @param {string} project @param {number} count @returns {Runner[]} */
function inParts(name, project, count) {
  return Array.from({ length: count }, (_, index) => {
    const part = `${index + 1}/${count}`;
    return [count === 1 ? name : `${name}, part ${part}`, () => runVitest([project], { output: 'at the end', part })];
  });
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

/** @param {Count} count */
function inWords({ passed, failures, skipped }) {
  const counted = `${passed} passed, ${failures.length} failed`;
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
  const status = await runNode(command, 'at the end');
  return status === 0 ? { passed: 1, failures: [], skipped: [] } : { passed: 0, failures: [`${command.join(' ')} ended with ${status}`], skipped: [] };
}

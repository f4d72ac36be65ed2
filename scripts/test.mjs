// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies, projectRoot } from './bootstrap.mjs';
import { runVitest } from './test/vitest-run.mjs';

installDependencies();

/** @type {[string, () => { passed: number, failed: number }][]} */
const runners = [
  ['types', () => runTool('typescript/bin/tsc', '--project', '.')],
  ['lint', () => runTool('eslint/bin/eslint.js', '.')],
  ['laws', () => runVitest(['laws'])],
  ['unit tests', () => runVitest(['unit', 'scripts'])],
  ['build', () => runScript('build.mjs')],
  ['built package', () => runVitest(['package'])],
  ['end to end', () => runVitest(['e2e'])],
  ['safety', () => runVitest(['safety'])],
];

const total = { passed: 0, failed: 0 };
const lines = [];
for (const [name, run] of runners) {
  console.log(`\n— ${name}`);
  const { passed, failed } = run();
  total.passed += passed;
  total.failed += failed;
  lines.push(`${name}: ${passed} passed, ${failed} failed`);
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

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
 */
function runNode(file, args) {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: projectRoot, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

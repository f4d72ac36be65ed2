// @ts-check
import { spawn } from 'node:child_process';
import { projectRoot } from '../bootstrap.mjs';

/** @typedef {'at once' | 'at the end'} Output when what a program says is shown: at the end, where it would stand between the lines of another */

/**
 * Runs a program of Node in the project's folder, and shows what it says.
 *
 * @param {string[]} command file and arguments
 * @param {Output} [output]
 * @returns {Promise<number | null>} the exit status; null where a signal ended it
 */
export function runNode(command, output = 'at once') {
  const program = spawn(process.execPath, command, { cwd: projectRoot, stdio: output === 'at once' ? 'inherit' : 'pipe' });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (part) => said.push(part));
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status);
    });
  });
}

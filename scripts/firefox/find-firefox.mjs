// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallBrowser, installByApt } from '../browser/install-browser.mjs';

const commands = ['firefox-esr', 'firefox'];

const usualPlaces = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe', 'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe'],
};

/**
 * The path of a Firefox: the one that JINGDU_FIREFOX names, else the first that is found.
 *
 * @returns {string | undefined}
 */
export function findFirefox() {
  const named = process.env['JINGDU_FIREFOX'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`JINGDU_FIREFOX names ${named}, which does not exist.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const usual = process.platform === 'darwin' || process.platform === 'win32' ? usualPlaces[process.platform] : [];
  return [...onPath, ...usual].find(isExecutable);
}

/**
 * The path of a Firefox, which is installed first where that is possible without asking anybody;
 * undefined where there is none to be had.
 *
 * @returns {string | undefined}
 */
export function provideFirefox() {
  const found = findFirefox();
  if (found !== undefined || !canInstallBrowser()) return found;
  try {
    installByApt('Firefox', ['firefox-esr']);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  return findFirefox();
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

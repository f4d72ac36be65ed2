// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallBrowser, installBrowser } from './install-browser.mjs';

const commands = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'chromium-browser',
];

const linuxPlaces = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chrome, Chromium or Edge: the one that JINGDU_BROWSER names, else the first that is found.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env['JINGDU_BROWSER'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`JINGDU_BROWSER names ${named}, which does not exist.`);
  }
  return [...onPath(), ...usualPlaces()].find(isExecutable);
}

/**
 * The path of a browser, which is installed first where that is possible without asking anybody.
 *
 * @returns {string}
 */
export function requireBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (canInstallBrowser()) installBrowser();
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error('No browser was found: install Chrome, Chromium or Edge, or name one in JINGDU_BROWSER.');
}

function onPath() {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + extension)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(process.env['HOME'] ?? '/', 'Applications')];
    return roots.flatMap((root) => macApplications.map((application) => join(root, application)));
  }
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? windowsPrograms.map((program) => join(root, program)) : []));
  }
  return linuxPlaces;
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

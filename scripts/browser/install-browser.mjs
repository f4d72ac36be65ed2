// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this is a Debian-like system on which we are root, so that apt can be used without a question. */
export function canInstallBrowser() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs Chromium with its translations, and a font for Chinese text. */
export function installBrowser() {
  installByApt('Chromium', ['chromium', 'chromium-l10n', 'fonts-noto-cjk']);
}

/**
 * Installs what is missing, and says so first.
 *
 * @param {string} name what a person calls it
 * @param {string[]} packages
 */
export function installByApt(name, packages) {
  process.stderr.write(`No ${name} found: installing it by apt …\n`);
  apt('update');
  // A list that could not be refreshed is no reason to stop; a package that could not be installed is.
  if (apt('install', '--yes', '--no-install-recommends', ...packages) !== 0) throw new Error(`apt could not install ${packages.join(', ')}.`);
}

/** @param {...string} args */
function apt(...args) {
  const { status, error } = spawnSync('apt-get', ['--quiet', ...args], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (error) throw error;
  return status;
}

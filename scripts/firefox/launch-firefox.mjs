// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { waitUntil } from '../browser/wait-until.mjs';
import { connectMarionette } from './marionette.mjs';

/** The extension's address is the same in every profile, so that what it saved is found again. */
const uuid = '7f1c5a52-90b4-4c4e-9d3e-6a2b8f0e4d11';

/** @typedef {'content' | 'chrome'} Place the page that is shown, or the browser round it */

/**
 * @typedef {object} Firefox A Firefox that runs the extension.
 * @property {string} extensionId
 * @property {string} origin the extension's own, `moz-extension://…`
 * @property {(url: string) => Promise<void>} goto
 * @property {<T, A extends unknown[]>(place: Place, run: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>} run runs a function with all privileges
 * @property {(file: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 */

/** Nothing is fetched that nobody asked for; a temporary extension keeps its address and its store. */
const preferences = {
  'marionette.port': 0,
  'extensions.webextensions.uuids': (/** @type {string} */ id) => JSON.stringify({ [id]: uuid }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.background.idle.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'intl.accept_languages': 'en-US',
};

/**
 * Starts Firefox without a window and installs the extension for as long as it runs.
 *
 * @param {{ executable: string, extension: string, profile?: string | undefined }} options `profile` is a folder that outlives the browser
 * @returns {Promise<Firefox>}
 */
export async function launchFirefox({ executable, extension, profile }) {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'jingdu-firefox-'));
  const extensionId = idOf(extension);
  writePreferences(folder, extensionId);
  const process = start(executable, folder);
  try {
    const marionette = await connectMarionette(await portOf(folder));
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { pageLoadStrategy: 'normal', timeouts: { script: 30_000 } } } });
    await marionette.send('Addon:Install', { path: resolve(extension), temporary: true });
    return control({ marionette, extensionId, close: () => end({ marionette, process, folder, keep: profile !== undefined }) });
  } catch (error) {
    process.kill('SIGKILL');
    throw error;
  }
}

/** Under load a page just loaded answers now and then with nothing at all, not even with the nothing of a function. */
export const noAnswer = 'the page has given no answer';

/**
 * @param {{ marionette: import('./marionette.mjs').Marionette, extensionId: string, close: () => Promise<void> }} parts
 * @returns {Firefox}
 */
function control({ marionette, extensionId, close }) {
  const enter = (/** @type {Place} */ place) => marionette.send('Marionette:SetContext', { value: place });
  return {
    extensionId,
    origin: `moz-extension://${uuid}`,
    goto: async (url) => {
      await enter('content');
      await marionette.send('WebDriver:Navigate', { url });
    },
    run: async (place, run, ...args) => {
      await enter(place);
      const script = `const done = arguments[arguments.length - 1];
        (async () => (${run.toString()})(...[...arguments].slice(0, -1)))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value: answer } = await marionette.send('WebDriver:ExecuteAsyncScript', { script, args, newSandbox: false, sandbox: place === 'content' ? 'system' : null });
      if (answer === null) throw new Error(noAnswer);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    screenshot: async (file) => {
      await enter('content');
      const { value } = await marionette.send('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(file, value, 'base64');
    },
    close,
  };
}

/** @param {string} executable @param {string} folder */
function start(executable, folder) {
  // Whatever an earlier Firefox left behind in this profile is not this one's port.
  rmSync(join(folder, 'MarionetteActivePort'), { force: true });
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', folder, 'about:blank'];
  return spawn(executable, args, { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' } });
}

/** @param {string} folder */
function portOf(folder) {
  return waitUntil(() => readIfThere(join(folder, 'MarionetteActivePort')), 'Firefox to start', 60_000).then(Number);
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} folder @param {string} extensionId */
function writePreferences(folder, extensionId) {
  mkdirSync(folder, { recursive: true });
  const lines = Object.entries(preferences).map(([name, value]) => {
    return `user_pref(${JSON.stringify(name)}, ${JSON.stringify(typeof value === 'function' ? value(extensionId) : value)});\n`;
  });
  writeFileSync(join(folder, 'user.js'), lines.join(''));
}

/** @param {string} extension */
function idOf(extension) {
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;
}

/** @param {{ marionette: import('./marionette.mjs').Marionette, process: import('node:child_process').ChildProcess, folder: string, keep: boolean }} parts */
async function end({ marionette, process, folder, keep }) {
  const ended = new Promise((resolve) => process.once('exit', resolve));
  // The answer may be lost when the browser is quick; its end is what counts.
  await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
  marionette.close();
  if (process.exitCode === null) await ended;
  if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

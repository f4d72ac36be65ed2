// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { requireBrowser } from './find-browser.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {string} extension folder of the built extension
 * @property {string} [profile] folder of the profile; without it a fresh one, deleted at the end
 * @property {boolean} [headless]
 * @property {string} [language] BCP 47 tag for the browser's interface, where the browser has that translation
 * @property {{ width: number, height: number }} [viewport]
 */

/**
 * @typedef {object} ExtendedBrowser A browser that runs the extension.
 * @property {import('playwright-core').BrowserContext} context
 * @property {import('playwright-core').CDPSession} devtools a session with the browser itself
 * @property {string} extensionId
 * @property {import('playwright-core').Page} page the first tab
 * @property {() => Promise<void>} close
 */

/**
 * Starts a browser with the extension loaded.
 *
 * The extension comes in through the debugging pipe rather than by `--load-extension`, which branded
 * Chrome has ignored since version 137: so one way serves every browser.
 *
 * @param {LaunchOptions} options
 * @returns {Promise<ExtendedBrowser>}
 */
export async function launchBrowser(options) {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'jingdu-profile-'));
  const context = await launchContext(profile, options);
  const browser = context.browser();
  if (browser === null) throw new Error('the browser gave no session');
  const devtools = await browser.newBrowserCDPSession();
  const extensionId = await loadExtension(devtools, resolve(options.extension));
  const page = context.pages()[0] ?? (await context.newPage());
  await waitUntil(() => isAwake(context, extensionId), 'the extension to start');
  const close = async () => {
    await context.close();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, devtools, extensionId, page, close };
}

/** The arguments with which a browser stays quiet: nothing is fetched that nobody asked for. */
export const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

/** Chromium's sandbox does not work for root, and so not in most containers. */
export function canSandbox() {
  return process.getuid?.() !== 0;
}

/**
 * @param {string} profile
 * @param {LaunchOptions} options
 */
function launchContext(profile, { headless = true, language, viewport = { width: 1280, height: 800 } }) {
  return chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser(),
    headless,
    chromiumSandbox: canSandbox(),
    viewport: headless ? viewport : null,
    ...(headless ? {} : { colorScheme: null }),
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation', ...(language ? ['--lang=en-US'] : [])],
    args: [...quietArguments, '--enable-unsafe-extension-debugging', ...(language ? [`--lang=${language}`] : [])],
    env: { ...processEnvironment(), ...(language ? { LANGUAGE: language.replace('-', '_') } : {}) },
  });
}

function processEnvironment() {
  return /** @type {Record<string, string>} */ (process.env);
}

/**
 * Whether the extension has registered its commands: a key pressed before that is lost.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} extensionId
 */
async function isAwake(context, extensionId) {
  const worker = context.serviceWorkers().find((candidate) => candidate.url().startsWith(`chrome-extension://${extensionId}/`));
  return (await worker?.evaluate(() => chrome.commands.getAll())) !== undefined;
}

/**
 * @param {import('playwright-core').CDPSession} devtools
 * @param {string} path
 * @returns {Promise<string>} the extension's id
 */
async function loadExtension(devtools, path) {
  try {
    const { id } = await devtools.send('Extensions.loadUnpacked', { path });
    return id;
  } catch (cause) {
    throw new Error(`The browser did not load the extension from ${path}: update it, or name another one in JINGDU_BROWSER.`, { cause });
  }
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser/launch-browser.mjs';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { readerHost, waitForReader } from '../../scripts/browser/reader.mjs';
import { evaluateInServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { builtExtension } from '../../scripts/build-extension.mjs';

export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Shadow = Awaited<ReturnType<typeof waitForReader>>;

/** The folder of the built extension that is tested. */
export const extension = process.env['JINGDU_EXTENSION'] ?? builtExtension;

/**
 * Starts a browser with the built extension, or a copy, on a fresh profile unless one is named. Closing it rejects where
 * any of its pages, the extension's or others, has asked another computer for something.
 */
export async function startBrowser(options: { extension?: string; profile?: string } = {}): Promise<Browser> {
  const browser = await launchBrowser({ extension, ...options });
  const asked: string[] = [];
  browser.context.on('request', (request) => isElsewhere(request.url()) && asked.push(request.url()));
  const close = async (): Promise<void> => {
    await browser.close();
    if (asked.length > 0) throw new Error(`the network was asked for ${asked.join(', ')}`);
  };
  return { ...browser, close };
}

function isElsewhere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return /^(?:https?|wss?):$/.test(protocol) && !/^(?:localhost|127\.0\.0\.1)$/.test(hostname);
}

/** A folder for a profile that outlives one browser. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'jingdu-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A copy of the extension that speaks another of its languages in a browser that has English alone. */
export function extensionSpeaking(locale: string, folder: string): string {
  cpSync(extension, folder, { recursive: true });
  cpSync(join(extension, '_locales', locale, 'messages.json'), join(folder, '_locales/en/messages.json'));
  return folder;
}

/** A copy of the extension whose store has an end. */
export function withoutUnlimitedStorage(folder: string): string {
  cpSync(extension, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, permissions }));
  return folder;
}

/**
 * Opens the reader by its shortcut. On a busy computer the keys were lost once just behind a change of pages, it is not known
 * why: where after twenty seconds there is no trace of the reader, they are pressed once more, as a person would, and it is said.
 */
export async function openReader(page: Page): Promise<Shadow> {
  await pressShortcut(page, 'Alt+Shift+Y');
  const isThere = (): Promise<boolean> => page.evaluate((host) => document.querySelector(host) !== null, readerHost);
  const came = await waitUntil(isThere, 'a trace of the reader', 20_000).then(() => true, () => false);
  if (!came) {
    console.warn(`the shortcut was lost once on ${page.url()}`);
    await pressShortcut(page, 'Alt+Shift+Y');
  }
  return waitForReader(page, 30_000);
}

/** The texts of all elements with a test id, white space folded. */
export function textsOf(shadow: Shadow, testId: string): Promise<string[]> {
  return shadow.evaluate(
    (root, selector) => [...root.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
    `[data-testid=${testId}]`,
  );
}

/** All of a page that a reader could have changed and a person could notice. */
export function snapshot(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    html: new XMLSerializer().serializeToString(document),
    sheets: document.adoptedStyleSheets.length,
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.tagName,
    title: document.title,
    address: location.href,
    inert: document.querySelectorAll('[inert], [aria-hidden]').length,
    overflow: getComputedStyle(document.documentElement).overflow,
  }));
}

/** What the toolbar icon's badge says on the active tab. */
export function badgeOf(browser: Browser): Promise<string> {
  return evaluateInServiceWorker(browser, async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
  });
}

/** What the toolbar icon's tooltip says on the active tab. */
export function tooltipOf(browser: Browser): Promise<string> {
  return evaluateInServiceWorker(browser, async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return tab?.id === undefined ? '' : chrome.action.getTitle({ tabId: tab.id });
  });
}

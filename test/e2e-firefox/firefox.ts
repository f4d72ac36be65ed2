import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { builtFor } from '../../scripts/build-extension.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { provideFirefox } from '../../scripts/firefox/find-firefox.mjs';
import { pressKeys, printToFile, tooltip } from '../../scripts/firefox/in-browser.mjs';
import type { Firefox } from '../../scripts/firefox/launch-firefox.mjs';
import { launchFirefox, noAnswer } from '../../scripts/firefox/launch-firefox.mjs';

/** The Firefox that is tested; undefined where there is none to be had, and then these tests count as skipped. */
export const executable = provideFirefox();

const extension = process.env['JINGDU_FIREFOX_EXTENSION'] ?? builtFor('firefox');

/** The reader's closed shadow root as a test sees it. */
interface Openable extends Element {
  openOrClosedShadowRoot: ShadowRoot | null;
}

/** Starts Firefox with the built extension on the profile in a folder. */
export function startFirefox(profile: string): Promise<Firefox> {
  return launchFirefox({ executable: executable ?? '', extension, profile });
}

/** A folder for a profile that outlives one browser. */
export function temporaryProfile(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'jingdu-firefox-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Waits until the page has the keyboard: after a navigation the address field may keep it for a moment, and take the key. */
function keyboardInPage(firefox: Firefox): Promise<boolean> {
  return waitUntil(() => firefox.run('chrome', () => document.activeElement?.localName === 'browser'), 'the page to have the keyboard');
}

/** Presses a shortcut on the keyboard, so that Firefox's own handling of the extension's keys hears it. */
export function press(firefox: Firefox, combination: string): Promise<void> {
  return firefox.run('chrome', pressKeys, combination);
}

/** What the toolbar icon's tooltip says. */
export function tooltipOf(firefox: Firefox): Promise<string> {
  return firefox.run('chrome', tooltip, firefox.extensionId);
}

/** The texts in the reader over the page by test id, or undefined while there is none. */
export function readerTexts(firefox: Firefox, testId: string): Promise<string[] | undefined> {
  return answerOf(firefox.run('content', textsInReader, testId));
}

/** What a page answers; undefined where it gives no answer, as one may that has just been loaded. */
async function answerOf<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && error.message === noAnswer) return undefined;
    throw error;
  }
}

function textsInReader(id: string): string[] | undefined {
  const host = document.querySelector('jingdu-reader') as Openable | null;
  const root = host?.openOrClosedShadowRoot;
  if (!root?.querySelector('[data-testid=body], [data-testid=notice]')) return undefined;
  return [...root.querySelectorAll(`[data-testid=${id}]`)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** How many pages the selected tab takes on paper. */
export async function pagesOnPaper(firefox: Firefox): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-paper-'));
  const file = join(folder, 'paper.pdf');
  try {
    await firefox.run('chrome', printToFile, file);
    await waitUntil(() => existsSync(file) && readFileSync(file, 'latin1').includes('%%EOF'), 'the paper');
    return pdfObjects(readFileSync(file)).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The objects of a PDF in plain text: those of its own, and those packed into streams. */
function pdfObjects(pdf: Buffer): string {
  const plain = pdf.toString('latin1');
  const streams = plain.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n([^]*?)endstream/g);
  return [plain, ...Array.from(streams, ([, packed = '']) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'))].join('\n');
}

/**
 * Opens the reader by its shortcut. On a busy computer the keys were lost once just behind a change of pages, as in
 * Chromium, it is not known why: where after twenty seconds there is no trace of the reader, they are pressed once more,
 * as a person would, and it is said.
 */
export async function openReader(firefox: Firefox): Promise<void> {
  await press(firefox, 'Alt+Shift+Y');
  const isThere = (): Promise<boolean | undefined> => answerOf(firefox.run('content', () => document.querySelector('jingdu-reader') !== null));
  const came = await waitUntil(isThere, 'a trace of the reader').then(() => true, () => false);
  if (!came) {
    console.warn('the shortcut was lost once');
    await press(firefox, 'Alt+Shift+Y');
  }
  await waitUntil(() => readerTexts(firefox, 'body'), 'the reader', 30_000);
}

/** Closes the reader by a key, and waits until nothing of it is left on the page. */
export async function closeReader(firefox: Firefox, combination: string): Promise<void> {
  await keyboardInPage(firefox);
  await press(firefox, combination);
  await waitUntil(() => firefox.run('content', () => document.querySelector('jingdu-reader') === null), 'the reader to close');
}

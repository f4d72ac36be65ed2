import browser from 'webextension-polyfill';
import type { Scripting } from 'webextension-polyfill';
import type { Injection } from '../messages.ts';
import readerScript from '../content/reader.iife.tsx?script';

/** A key's command can arrive a moment before the access that it grants. */
const untilGranted = 120;

/** Puts the reader's script into the top frame of a tab; the script itself minds being there already. */
export async function injectReader(tabId: number): Promise<Injection> {
  try {
    // The browser's own PDF viewer lets scripts in, but there is no document for them to read.
    const [probe] = await probeTab(tabId).catch(() => pause(untilGranted).then(() => probeTab(tabId)));
    if (probe?.result === 'application/pdf') return 'forbidden';
    await browser.scripting.executeScript({ target: { tabId }, files: [readerScript] });
    return 'ready';
  } catch (error) {
    // Browsers tell a forbidden page from a closed tab only by the wording; for a person both mean: not here.
    console.info('the reader cannot enter this tab', error);
    return 'forbidden';
  }
}

function probeTab(tabId: number): Promise<Scripting.InjectionResult[]> {
  return browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

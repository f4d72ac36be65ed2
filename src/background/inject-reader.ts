import browser from 'webextension-polyfill';
import type { Injection } from '../messages.ts';
import readerScript from '../content/reader.iife.tsx?script';

/** Puts the reader's script into the top frame of a tab; the script itself minds being there already. */
export async function injectReader(tabId: number): Promise<Injection> {
  try {
    // The browser's own PDF viewer lets scripts in, but there is no document for them to read.
    const [probe] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
    if (probe?.result === 'application/pdf') return 'forbidden';
    await browser.scripting.executeScript({ target: { tabId }, files: [readerScript] });
    return 'ready';
  } catch (error) {
    // Browsers tell a forbidden page from a closed tab only by the wording; for a person both mean: not here.
    console.info('the reader cannot enter this tab', error);
    return 'forbidden';
  }
}

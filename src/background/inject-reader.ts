import browser from 'webextension-polyfill';
import type { Injection } from '../messages.ts';
import readerScripts from '../content/reader.ts?scripts';

/** A key's command can arrive a moment before the access that it grants. */
const untilGranted = 120;

/** Puts the reader's scripts into the top frame of a tab, unless they are there already. */
export async function injectReader(tabId: number): Promise<Injection> {
  try {
    const { isThere, contentType } = await probeTab(tabId).catch(() => pause(untilGranted).then(() => probeTab(tabId)));
    if (isThere) return 'ready';
    // The browser's own PDF viewer lets scripts in, but there is no document for them to read.
    if (contentType === 'application/pdf') return 'forbidden';
    await browser.scripting.executeScript({ target: { tabId }, files: readerScripts });
    return 'ready';
  } catch (error) {
    // Browsers tell a forbidden page from a closed tab only by the wording; for a person both mean: not here.
    console.info('the reader cannot enter this tab', error);
    return 'forbidden';
  }
}

interface Found {
  isThere: boolean;
  contentType: string;
}

async function probeTab(tabId: number): Promise<Partial<Found>> {
  // Sent to the page as text, and so uses nothing from around it.
  const func = (): Found => ({ isThere: Symbol.for('jingdu.reader') in globalThis, contentType: document.contentType });
  const [probe] = await browser.scripting.executeScript({ target: { tabId }, func });
  return (probe?.result as Found | undefined) ?? {};
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

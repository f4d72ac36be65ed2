import browser from 'webextension-polyfill';
import type { Injection, PageProtocol } from '../messages.ts';
import { NobodyThere, sendToPage } from '../messages.ts';
import readerScripts from '../content/reader.ts?scripts';

/** A key's command can arrive a moment before the access that it grants. */
const untilGranted = 120;

/**
 * Asks the reader of a tab, and puts it there first where it is not: a reader that is there answers without having been
 * looked for, which takes as long as the answer.
 */
export async function askReader<K extends keyof PageProtocol>(tabId: number, type: K, input: Parameters<PageProtocol[K]>[0]): Promise<ReturnType<PageProtocol[K]> | 'forbidden'> {
  try {
    return (await sendToPage(tabId, type, input as never)) as ReturnType<PageProtocol[K]>;
  } catch (error) {
    if (!(error instanceof NobodyThere)) throw error;
  }
  if ((await injectReader(tabId)) === 'forbidden') return 'forbidden';
  return (await sendToPage(tabId, type, input as never)) as ReturnType<PageProtocol[K]>;
}

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

import { openNestedSession } from '../../scripts/browser/nested-session.mjs';
import { findServiceWorker, stopServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from '../e2e/browser.ts';

/** What the worker hears: a message of a kind, or a command of a key. */
export type Heard = { message: string } | { command: string };

/** Lets a person do something, and ends the worker the moment it has heard of it: begun with, never answered. */
export async function killOnceHeard(browser: Browser, heard: Heard, deed: () => Promise<unknown>): Promise<void> {
  const session = await openNestedSession(browser.devtools, (await awakeWorker(browser)).targetId);
  await session.send('Debugger.enable');
  await session.evaluate(haltOnceHeard, heard);
  // A click that the halted worker keeps waiting comes to its end only with it.
  const done = deed().catch((error: unknown) => error);
  await waitUntil(async () => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.hasHeard', returnByValue: true });
    return result.value === true;
  }, `the worker to hear of ${Object.values(heard).join()}`);
  await stopServiceWorker(browser);
  await done;
}

async function awakeWorker(browser: Browser): Promise<{ targetId: string }> {
  const waker = browser.context.pages().find((page) => page.url().startsWith('chrome-extension:'));
  if (!waker) throw new Error('no page is open that could wake the worker');
  await waker.evaluate(() => chrome.runtime.sendMessage({ to: 'background', type: 'isSaved', input: { url: 'https://example.com/none' } }));
  return waitUntil(() => findServiceWorker(browser), 'the worker');
}

/** Runs in the worker. Its own listeners come first, and have begun when this halts. */
function haltOnceHeard(heard: Heard): void {
  const halt = (): void => {
    Object.assign(globalThis, { hasHeard: true });
    debugger;
  };
  chrome.runtime.onMessage.addListener((message: { type?: string }) => {
    if ('message' in heard && message.type === heard.message) halt();
  });
  chrome.commands.onCommand.addListener((command) => {
    if ('command' in heard && command === heard.command) halt();
  });
}

import { openNestedSession } from '../../scripts/browser/nested-session.mjs';
import { findServiceWorker, stopServiceWorker } from '../../scripts/browser/service-worker.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from './browser.ts';

/** A moment in what the worker does: right before one of its writes, or once the browser has answered it. */
export interface KillPoint {
  /** The first write is 1. */
  write: number;
  moment: 'before' | 'after';
}

interface Watch {
  writes: string[];
  reached: boolean;
}

/** Lets the worker do something, and gives its writes in their order; `isDone` is asked until it answers true. */
export async function countWrites(browser: Browser, deed: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<string[]> {
  const session = await watchWorker(browser, { write: 0, moment: 'before' });
  await deed();
  await waitUntil(isDone, 'the deed to be done');
  const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.watch.writes', returnByValue: true });
  await session.close();
  return result.value as string[];
}

/** Lets the worker do something, and kills it at one point of that: it is halted there, in the middle of its code, and never goes on. */
export async function killAt(browser: Browser, point: KillPoint, deed: () => Promise<unknown>): Promise<void> {
  const session = await watchWorker(browser, point);
  // Nobody answers it any more, which is no failure here.
  const given = deed().catch((error: unknown) => error);
  await waitUntil(async () => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.watch.reached', returnByValue: true });
    return result.value as boolean;
  }, `write ${point.write}`);
  await stopServiceWorker(browser);
  await given;
}

/** A worker that has written nothing yet, with a session that halts it. */
async function watchWorker(browser: Browser, point: KillPoint): Promise<Awaited<ReturnType<typeof openNestedSession>>> {
  await stopServiceWorker(browser);
  const waker = browser.context.pages().find((page) => page.url().startsWith('chrome-extension:'));
  if (!waker) throw new Error('no page is open that could wake the worker');
  await waker.evaluate(() => chrome.runtime.sendMessage({ to: 'background', type: 'isSaved', input: { url: 'https://example.com/none' } }));
  const worker = await waitUntil(() => findServiceWorker(browser), 'the worker');
  const session = await openNestedSession(browser.devtools, worker.targetId);
  await session.send('Debugger.enable');
  await session.evaluate(watchWrites, point);
  return session;
}

/** Runs in the worker: stands between it and the browser wherever something can be written, and halts at one point. */
function watchWrites({ write, moment }: KillPoint): void {
  const watch: Watch = { writes: [], reached: false };
  Object.assign(globalThis, { watch });
  const halt = (): void => {
    watch.reached = true;
    // Whoever ends the worker now ends it here: nothing behind this line is run.
    debugger;
  };
  const begin = (name: string): number => {
    const place = watch.writes.push(name);
    if (place === write && moment === 'before') halt();
    return place;
  };
  const end = (place: number): void => {
    if (place === write && moment === 'after') halt();
  };
  // So that what is written twice is the same twice.
  Date.now = () => 1_800_000_000_000;

  const area = chrome.storage.local as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of ['set', 'remove', 'clear']) {
    const original = area[name]?.bind(area);
    area[name] = (...args) => {
      const callback = typeof args.at(-1) === 'function' ? (args.pop() as () => void) : undefined;
      const place = begin(`storage.${name}`);
      const written = original?.(...args).then(() => end(place)) ?? Promise.resolve();
      return callback ? written.then(callback) : written;
    };
  }
  const stores = IDBObjectStore.prototype as unknown as Record<string, (this: IDBObjectStore, ...args: unknown[]) => IDBRequest>;
  for (const name of ['put', 'add', 'delete', 'clear']) {
    const original = stores[name];
    stores[name] = function (...args) {
      const place = begin(`${this.transaction.db.name} ${name} ${this.name}`);
      const request = original?.apply(this, args) as IDBRequest;
      request.addEventListener('success', () => end(place));
      return request;
    };
  }
  const { createObjectStore } = IDBDatabase.prototype;
  IDBDatabase.prototype.createObjectStore = function (...args) {
    const place = begin(`${this.name} creates ${args[0]}`);
    const store = createObjectStore.apply(this, args);
    end(place);
    return store;
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const opened = transaction.apply(this, args);
    if (args[1] === 'readwrite') opened.addEventListener('complete', () => end(begin(`${this.name} commits`)));
    return opened;
  };
}

import type { Runtime } from 'webextension-polyfill';

/** An event of the extension API that a test can fire. */
export class FakeEvent<Args extends unknown[]> {
  readonly #listeners = new Set<(...args: Args) => unknown>();

  addListener(listener: (...args: Args) => unknown): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: (...args: Args) => unknown): void {
    this.#listeners.delete(listener);
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Calls all listeners; gives their answers. */
  emit(...args: Args): unknown[] {
    return [...this.#listeners].map((listener) => listener(...args));
  }
}

type MessageArgs = [message: unknown, sender: Runtime.MessageSender, send: (reply: unknown) => void];

/** `runtime.onMessage`, whose listeners say `true` when they are going to answer. */
class FakeMessages extends FakeEvent<MessageArgs> {
  /** The answer of the one listener that takes the message; undefined where none does. */
  deliver(message: unknown, sender: Runtime.MessageSender): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const takers = this.emit(message, sender, resolve).filter((takes) => takes === true);
      if (takers.length === 0) resolve(undefined);
      if (takers.length > 1) reject(new Error('more than one listener takes the message'));
    });
  }
}

/** `storage.local` in memory: a copy in and a copy out, each call later than the one before, keys in alphabetical order. */
export class FakeStorageArea {
  readonly onChanged = new FakeEvent<[Record<string, unknown>]>();
  readonly stored = new Map<string, string>();
  /** Called before each call takes effect; throws to make it fail. */
  fault: (call: 'get' | 'set' | 'remove', keys: string[]) => void = () => undefined;

  async getKeys(): Promise<string[]> {
    await nextTurn();
    return [...this.stored.keys()].sort();
  }

  async get(wanted: string | string[] | null): Promise<Record<string, unknown>> {
    await nextTurn();
    const keys = wanted === null ? [...this.stored.keys()] : [wanted].flat();
    this.fault('get', keys);
    const present = keys.filter((key) => this.stored.has(key)).sort();
    return Object.fromEntries(present.map((key) => [key, JSON.parse(this.stored.get(key) ?? 'null') as unknown]));
  }

  async set(records: Record<string, unknown>): Promise<void> {
    await nextTurn();
    this.fault('set', Object.keys(records));
    for (const [key, record] of Object.entries(records)) this.stored.set(key, JSON.stringify(sorted(record)));
    this.onChanged.emit(records);
  }

  async remove(unwanted: string | string[]): Promise<void> {
    await nextTurn();
    const keys = [unwanted].flat();
    this.fault('remove', keys);
    for (const key of keys) this.stored.delete(key);
    this.onChanged.emit(Object.fromEntries(keys.map((key) => [key, {}])));
  }
}

/** Web Locks, those of one name one after the other, as far as the library asks for them. */
export class FakeLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  request<T>(name: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(name) ?? Promise.resolve()).then(task);
    this.#last.set(name, result.then(() => undefined, () => undefined));
    return result;
  }
}

type Sent = Record<string, unknown>;

/** As much of `browser` as our own modules use, with a record of what was asked of it. */
export function createFakeBrowser() {
  const calls: [name: string, input: unknown][] = [];
  const recorded = <T>(name: string, answer: T) => async (...input: unknown[]): Promise<T> => {
    calls.push([name, input.length > 1 ? input : input[0]]);
    await nextTurn();
    return answer;
  };
  const runtime = {
    id: 'jingdu',
    lastError: undefined as { message: string } | undefined,
    getURL: (path: string) => `chrome-extension://jingdu/${path}`,
    sendMessage: recorded('sendMessage', undefined as unknown),
    onMessage: new FakeMessages(),
    onInstalled: new FakeEvent<[Sent]>(),
    onStartup: new FakeEvent<[]>(),
  };
  return {
    calls,
    runtime,
    storage: { local: new FakeStorageArea(), sync: new FakeStorageArea() },
    commands: { onCommand: new FakeEvent<[command: string, tab?: Sent]>() },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'zh-CN' },
    tabs: {
      query: recorded('tabs.query', [] as Sent[]),
      get: recorded('tabs.get', { incognito: false }),
      create: recorded('tabs.create', {}),
      update: recorded('tabs.update', {}),
      sendMessage: recorded('tabs.sendMessage', undefined as unknown),
    },
    windows: { update: recorded('windows.update', {}) },
    action: {
      setIcon: recorded('setIcon', undefined),
      setTitle: recorded('setTitle', undefined),
      setBadgeText: recorded('setBadgeText', undefined),
      setBadgeBackgroundColor: recorded('setBadgeBackgroundColor', undefined),
    },
    scripting: { executeScript: recorded('executeScript', [{ result: { isThere: false, contentType: 'text/html' } }] as { result: unknown }[]) },
    contextMenus: createFakeMenus(runtime),
  };
}

function createFakeMenus(runtime: { lastError: { message: string } | undefined }) {
  const items = new Map<string, string>();
  return {
    items,
    onClicked: new FakeEvent<[info: Sent, tab?: Sent]>(),
    removeAll: async (): Promise<void> => {
      await nextTurn();
      items.clear();
    },
    create: (item: { id: string; title: string }, done: () => void): void => {
      void nextTurn().then(() => {
        if (items.has(item.id)) runtime.lastError = { message: `Cannot create item with duplicate id ${item.id}` };
        else items.set(item.id, item.title);
        done();
        runtime.lastError = undefined;
      });
    },
    update: async (id: string, { title }: { title: string }): Promise<void> => {
      await nextTurn();
      items.set(id, title);
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Browsers hand the keys of an object back in their own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

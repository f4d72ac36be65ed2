import type { Page } from 'playwright-core';

/** All that the extension keeps, by area and database, as text that is the same for the same content. */
export type StoreState = Record<string, string>;

/** Puts functions into an extension's page that read all it keeps, and write it back. */
export async function openStores(page: Page): Promise<void> {
  await page.evaluate(() => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the database did not answer'));
    });
    type Contents = Record<string, [key: IDBValidKey, value: unknown][]>;
    const names = async (): Promise<string[]> => (await indexedDB.databases()).flatMap(({ name }) => name ?? []).sort();
    const read = async (name: string): Promise<Contents> => {
      const database = await answer(indexedDB.open(name));
      const contents: Contents = {};
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())]);
        contents[store] = keys.map((key, place) => [key, values[place]]);
      }
      database.close();
      return contents;
    };
    const write = async (name: string, contents: Contents): Promise<void> => {
      const database = await answer(indexedDB.open(name));
      for (const [store, records] of Object.entries(contents)) {
        const objects = database.transaction(store, 'readwrite').objectStore(store);
        objects.clear();
        for (const [key, value] of records) objects.put(value, ...(objects.keyPath === null ? [key] : []));
        await answer(objects.count());
      }
      database.close();
    };
    // A blob is told by its length: its content is named by a checksum beside it. Numbers that the database gives are no content.
    const tell = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (part instanceof Blob ? part.size : part));
    const kept: { storage: Record<string, unknown>; databases: Record<string, Contents> } = { storage: {}, databases: {} };
    Object.assign(globalThis, {
      tellStores: async () => {
        const storage = Object.entries(await chrome.storage.local.get(null)).sort(([a], [b]) => (a < b ? -1 : 1));
        const databases = await Promise.all((await names()).map(async (name) => {
          const contents = Object.entries(await read(name)).map(([store, records]) => [store, records.map(([, value]) => value)]);
          return [name, tell(contents)];
        }));
        return { storage: tell(storage), ...Object.fromEntries(databases) as Record<string, string> };
      },
      keepStores: async () => {
        kept.storage = await chrome.storage.local.get(null);
        kept.databases = Object.fromEntries(await Promise.all((await names()).map(async (name) => [name, await read(name)])));
      },
      emptyStores: async () => {
        await chrome.storage.local.clear();
        for (const name of await names()) await answer(indexedDB.deleteDatabase(name));
      },
      restoreStores: async () => {
        await chrome.storage.local.clear();
        await chrome.storage.local.set(kept.storage);
        for (const name of await names()) {
          const contents = kept.databases[name];
          await (contents ? write(name, contents) : answer(indexedDB.deleteDatabase(name)));
        }
      },
    });
  });
}

/** What the extension keeps now. */
export function tellStores(page: Page): Promise<StoreState> {
  return page.evaluate(() => (globalThis as unknown as { tellStores: () => Promise<StoreState> }).tellStores());
}

/** Remembers what the extension keeps now. */
export function keepStores(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as { keepStores: () => Promise<void> }).keepStores());
}

/** Forgets everything. */
export function emptyStores(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as { emptyStores: () => Promise<void> }).emptyStores());
}

/** Makes everything what it was when it was last remembered. */
export function restoreStores(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as { restoreStores: () => Promise<void> }).restoreStores());
}

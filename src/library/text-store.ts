/** What is searched of one article: its folded title and text, as they were at one saving of it. */
export interface FoldedArticle {
  id: string;
  /** The article's `updatedAt`; another one makes this text stale. */
  revision: number;
  title: string;
  text: string;
}

/** The version of the database; one more whenever texts are folded otherwise, and all are made again from the articles. */
const version = 1;
const storeName = 'texts';

/** Up to `count` texts in the order of their ids, from behind one id on. */
export function readTextsAfter(id: string, count: number): Promise<FoldedArticle[]> {
  return request('readonly', (store) => store.getAll(IDBKeyRange.lowerBound([id, []], true), count));
}

/** The texts of these articles. */
export async function readTexts(ids: readonly string[]): Promise<FoldedArticle[]> {
  const found = await Promise.all(ids.map((id) => request<FoldedArticle[]>('readonly', (store) => store.getAll(rangeOf(id)))));
  return found.flat();
}

/** Keeps texts, each in place of the one of the same article. */
export async function writeTexts(texts: readonly FoldedArticle[]): Promise<void> {
  await request('readwrite', (store) => {
    for (const { id } of texts) store.delete(rangeOf(id));
    for (const text of texts) store.put(text);
    return store.count();
  });
}

/** Forgets the texts of these articles. */
export async function removeTexts(ids: readonly string[]): Promise<void> {
  await request('readwrite', (store) => {
    for (const id of ids) store.delete(rangeOf(id));
    return store.count();
  });
}

/** Every key of one article, whatever its revision: an array sorts behind every number. */
function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

async function request<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const asked = ask(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(asked.result as T);
      transaction.onabort = () => reject(transaction.error ?? new Error('the texts could not be reached'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jingdu-texts', version);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      for (const name of database.objectStoreNames) database.deleteObjectStore(name);
      database.createObjectStore(storeName, { keyPath: ['id', 'revision'] });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the texts could not be opened'));
  });
}

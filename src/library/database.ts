/** What a database is called, which stores it has, and how it comes to have them. */
interface Form<Name extends string> {
  name: string;
  version: number;
  stores: readonly Name[];
  /** Brings it from an older version, 0 where there is none, to this one. */
  upgrade: (database: IDBDatabase, oldVersion: number) => void;
}

/**
 * Runs some work in one transaction over all stores of a database, and answers once that is through; what goes wrong
 * undoes all of it. Rejects with the browser's own error, so that `isQuotaError` can tell, and where nobody answers.
 */
type Transact<Name extends string> = <T>(mode: IDBTransactionMode, work: (stores: Record<Name, IDBObjectStore>) => T | Promise<T>) => Promise<T>;

/** Milliseconds after which a database is taken for dead: what is saved must not wait for what only follows from it. */
const patience = 10_000;

/** Makes the one way into a database; it is opened for each transaction, so that no tab stands in the way of a later version. */
export function createDatabase<Name extends string>(form: Form<Name>): Transact<Name> {
  return async (mode, work) => {
    const database = await open(form);
    try {
      const transaction = database.transaction(form.stores, mode);
      const through = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error(`${form.name} took something back`));
      });
      const stores = Object.fromEntries(form.stores.map((name) => [name, transaction.objectStore(name)])) as Record<Name, IDBObjectStore>;
      const [answer] = await Promise.all([attempt(transaction, () => work(stores)), through]);
      return answer;
    } finally {
      database.close();
    }
  };
}

/** The answer to one request; everything that follows has to be asked at once, for a transaction ends where nothing is asked any more. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('a database gave no answer'));
  });
}

/** All records of one article in a store whose keys begin with its id: an array sorts behind every text and number. */
export function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

async function attempt<T>(transaction: IDBTransaction, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Where the browser has undone it already, its own reason is the first one; what was still asked only hears of an end.
    if (transaction.error) throw transaction.error;
    transaction.abort();
    throw error;
  }
}

function open<Name extends string>({ name, version, upgrade }: Form<Name>): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    const giveUp = (): void => {
      opening.onsuccess = () => opening.result.close();
      reject(new Error(`${name} is held by somebody else`));
    };
    const waiting = setTimeout(giveUp, patience);
    opening.onblocked = giveUp;
    opening.onupgradeneeded = ({ oldVersion }) => upgrade(opening.result, oldVersion);
    opening.onsuccess = () => {
      clearTimeout(waiting);
      resolve(opening.result);
    };
    opening.onerror = () => {
      clearTimeout(waiting);
      reject(opening.error ?? new Error(`${name} could not be opened`));
    };
  });
}

// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerOf, createDatabase } from '../../src/library/database.ts';

type Handler = (() => void) | null;

/** As much of a browser's database as can go wrong; a test says what happens in it. */
function createFakeDatabase() {
  const transaction = {
    error: null as Error | null,
    oncomplete: null as Handler,
    onabort: null as Handler,
    objectStore: (name: string) => name,
    abort: vi.fn(() => void setTimeout(() => transaction.onabort?.())),
  };
  const database = { transaction: () => transaction, close: vi.fn() };
  const opening = { result: database, error: null, onsuccess: null as Handler, onblocked: null as Handler };
  const request = { error: new Error('AbortError'), onerror: null as Handler };
  vi.stubGlobal('indexedDB', { open: () => opening });
  return { transaction, database, opening, request };
}

let fake: ReturnType<typeof createFakeDatabase>;
const transact = createDatabase({ name: 'shelf', version: 1, stores: ['books'], upgrade: () => undefined });

beforeEach(() => {
  vi.useFakeTimers();
  fake = createFakeDatabase();
});

afterEach(() => {
  expect(fake.database.close).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

/** Lets what has been asked for get where it waits for the browser. */
async function answer(tell: (told: ReturnType<typeof createFakeDatabase>) => void): Promise<void> {
  tell(fake);
  await vi.advanceTimersByTimeAsync(0);
}

describe('a transaction', () => {
  test('is answered once it is through, not before', async () => {
    const heard = vi.fn();
    const read = transact('readonly', ({ books }) => books).then(heard);
    await answer(({ opening }) => opening.onsuccess?.());
    expect(heard).not.toHaveBeenCalled();
    await answer(({ transaction }) => transaction.oncomplete?.());
    await read;
    expect(heard).toHaveBeenCalledExactlyOnceWith('books');
  });

  test('is undone by what goes wrong in the work', async () => {
    const written = transact('readwrite', () => Promise.reject(new Error('no such text')));
    const refused = expect(written).rejects.toThrow('no such text');
    await answer(({ opening }) => opening.onsuccess?.());
    await refused;
    expect(fake.transaction.abort).toHaveBeenCalledOnce();
  });

  test('that the browser undoes says why, though what was still asked hears of nothing but the end', async () => {
    const written = transact('readwrite', () => answerOf(fake.request as unknown as IDBRequest));
    const refused = expect(written).rejects.toThrow('QuotaExceededError');
    await answer(({ opening }) => opening.onsuccess?.());
    await answer(({ transaction, request }) => {
      transaction.error = new Error('QuotaExceededError');
      request.onerror?.();
    });
    await answer(({ transaction }) => transaction.onabort?.());
    await refused;
    expect(fake.transaction.abort).not.toHaveBeenCalled();
  });
});

describe('a database that another tab holds', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['in an older form is not waited for', () => answer(({ opening }) => opening.onblocked?.())],
    ['and that does not answer is not waited for without end', () => vi.advanceTimersByTimeAsync(10_000)],
  ])('%s; opened in the end, it is closed', async (_name, pass) => {
    const refused = expect(transact('readonly', ({ books }) => books)).rejects.toThrow('shelf is held');
    await pass();
    await refused;
    await answer(({ opening }) => opening.onsuccess?.());
  });
});

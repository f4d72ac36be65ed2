/**
 * Runs one task at a time among all tabs, pages and the worker. Whoever dies while holding the lock
 * lets go of it. It covers reading, writing and reading back, so that no two savers mix.
 */
export function withLibraryLock<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request('jingdu:library', task) as Promise<T>;
}

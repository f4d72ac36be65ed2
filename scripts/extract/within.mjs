// @ts-check
/**
 * Rejects when the work is not done in time. The work itself is not stopped.
 *
 * @template T
 * @param {Promise<T>} work
 * @param {number} limit milliseconds
 * @param {string} what
 * @returns {Promise<T>}
 */
export async function within(work, limit, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLate = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (tooLate)]);
  } finally {
    clearTimeout(timer);
  }
}

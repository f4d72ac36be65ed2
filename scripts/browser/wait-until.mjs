// @ts-check
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is neither undefined, null nor false, and returns it.
 *
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {string} what what is waited for, for the message when it never comes
 * @param {number} [timeout] milliseconds; patient enough for a machine that is busy elsewhere, since only what never comes takes so long
 * @returns {Promise<NonNullable<Awaited<T>>>}
 */
export async function waitUntil(ask, what, timeout = 20_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return /** @type {never} */ (answer);
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for ${what}`);
    await pause(25);
  }
}

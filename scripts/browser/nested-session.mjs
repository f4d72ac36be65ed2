// @ts-check
/**
 * @typedef {object} NestedSession
 * @property {(method: string, parameters?: object) => Promise<any>} send
 * @property {<T, A>(run: (argument: A) => T | Promise<T>, argument?: A) => Promise<T>} evaluate runs a function in the target
 * @property {() => boolean} isOpen
 * @property {() => boolean} hasCrashed whether the target has ended since `Inspector.enable` was sent; it may be up again
 * @property {() => Promise<void>} close
 */

/**
 * Talks to a target through another session, message in message: the only way to one that the
 * session's owner does not know, such as a popup.
 *
 * @param {import('playwright-core').CDPSession} devtools
 * @param {string} targetId
 * @returns {Promise<NestedSession>}
 */
export async function openNestedSession(devtools, targetId) {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  const state = { open: true, crashed: false, count: 0 };
  devtools.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, method, result, error } = JSON.parse(event.message);
    if (method === 'Inspector.targetCrashed') state.crashed = true;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  });
  devtools.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    state.open = false;
    for (const call of waiting.values()) call.reject(new Error('the target is gone'));
    waiting.clear();
  });
  /** @type {NestedSession['send']} */
  const send = (method, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = (state.count += 1);
      waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params: parameters });
      devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return {
    send,
    evaluate: async (run, argument) => {
      const expression = `(${run.toString()})(${JSON.stringify(argument)})`;
      const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      return answer.result.value;
    },
    isOpen: () => state.open,
    hasCrashed: () => state.crashed,
    close: async () => {
      await devtools.send('Target.detachFromTarget', { sessionId });
    },
  };
}

// @ts-check
/**
 * @typedef {object} NestedSession
 * @property {(method: string, parameters?: object) => Promise<any>} send
 * @property {() => boolean} isOpen
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
  const state = { open: true, count: 0 };
  devtools.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message);
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
  return {
    isOpen: () => state.open,
    send: (method, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = (state.count += 1);
        waiting.set(id, { resolve, reject });
        devtools
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params: parameters }) })
          .catch(reject);
      }),
  };
}

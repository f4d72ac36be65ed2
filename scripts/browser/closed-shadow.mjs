// @ts-check
/**
 * @typedef {object} ClosedShadow A closed shadow root, seen through the debugger.
 * @property {<T, A>(run: (root: ShadowRoot, argument: A) => T | Promise<T>, argument?: A) => Promise<T>} evaluate
 * @property {(selector: string) => Promise<void>} click with the mouse
 */

/**
 * The closed shadow root of the first element that the selector finds; undefined when there is none.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} hostSelector
 * @returns {Promise<ClosedShadow | undefined>}
 */
export async function findClosedShadow(page, hostSelector) {
  const session = await page.context().newCDPSession(page);
  const objectId = await shadowObject(session, hostSelector);
  if (objectId === undefined) {
    await session.detach();
    return undefined;
  }
  /** @type {ClosedShadow['evaluate']} */
  const evaluate = async (run, argument) => {
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function (argument) { return (${run.toString()})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const click = async (/** @type {string} */ selector) => {
    const point = await evaluate(centreOf, selector);
    if (point === null) throw new Error(`nothing in the shadow root is ${selector}`);
    await page.mouse.click(point.x, point.y);
  };
  return { evaluate, click };
}

/**
 * @param {import('playwright-core').CDPSession} session
 * @param {string} hostSelector
 * @returns {Promise<string | undefined>}
 */
async function shadowObject(session, hostSelector) {
  const host = await session.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(hostSelector)})` });
  if (host.result.objectId === undefined) return undefined;
  const { node } = await session.send('DOM.describeNode', { objectId: host.result.objectId, pierce: true });
  const shadowRoot = node.shadowRoots?.[0];
  if (shadowRoot === undefined) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadowRoot.backendNodeId });
  return object.objectId;
}

/**
 * @param {ShadowRoot} root
 * @param {string} selector
 */
function centreOf(root, selector) {
  const element = root.querySelector(selector);
  if (element === null) return null;
  element.scrollIntoView({ block: 'nearest' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

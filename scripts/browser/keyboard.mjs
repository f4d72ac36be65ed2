// @ts-check
/** The bits of `modifiers` in the DevTools protocol. */
const modifierBits = { Alt: 1, Ctrl: 2, Meta: 4, Shift: 8 };

/** Virtual key codes of the keys that are no letters or digits. */
const keyCodes = { Escape: 27, Enter: 13, Tab: 9, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Delete: 46 };

/**
 * Presses a key combination the way a keyboard does, so that the browser's own shortcuts see it too.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} combination such as `Alt+Shift+Y` or `Escape`
 */
export async function pressShortcut(page, combination) {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...describeKey(combination) });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...describeKey(combination) });
  await session.detach();
}

/**
 * What the DevTools protocol wants to know of a key. Without `nativeVirtualKeyCode` no shortcut of an extension hears it.
 *
 * @param {string} combination
 */
export function describeKey(combination) {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.reduce((bits, name) => bits | (modifierBits[/** @type {keyof typeof modifierBits} */ (name)] ?? 0), 0);
  const code = keyCodes[/** @type {keyof typeof keyCodes} */ (key)] ?? key.toUpperCase().charCodeAt(0);
  const isLetter = /^[A-Za-z]$/.test(key);
  return {
    modifiers,
    key,
    code: isLetter ? `Key${key.toUpperCase()}` : key,
    windowsVirtualKeyCode: code,
    nativeVirtualKeyCode: code,
  };
}

const keyEvents = ['keydown', 'keyup', 'keypress'] as const;
/** Pages listen to these to forbid copying and menus, or to scroll in their own way; the reader needs only what the browser does by itself. */
const browserEvents = ['copy', 'cut', 'paste', 'contextmenu', 'selectstart', 'dragstart', 'wheel', 'touchstart', 'touchmove', 'touchend'];
/** The reader's own parts listen to these, so they are stopped only on the way up. */
const partEvents = ['click', 'dblclick', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'focusin', 'focusout', 'input', 'change'];

interface ShieldOptions {
  onKeyDown: (event: KeyboardEvent) => void;
  signal: AbortSignal;
}

/**
 * Keeps the reader's events from the page's handlers. The keys are caught at the window, before any
 * handler below it, and handed on from there; what the browser does on a key is not affected.
 */
export function shieldFromPage(root: ShadowRoot, { onKeyDown, signal }: ShieldOptions): void {
  const window = root.ownerDocument.defaultView;
  if (window === null) return;
  const held = new Set<string>();
  const takeKey = (event: KeyboardEvent): void => {
    event.stopImmediatePropagation();
    if (event.type === 'keyup') return void held.delete(event.code);
    // A listener that was there before this one can keep the press itself; the sign that it types still comes.
    if (event.type === 'keypress' && held.has(event.code)) return;
    if (event.type === 'keydown') held.add(event.code);
    onKeyDown(event);
  };
  for (const type of keyEvents) window.addEventListener(type, takeKey, { capture: true, signal });
  // Said again where only the reader hears it.
  window.addEventListener('copy', () => root.dispatchEvent(new Event('copy')), { capture: true, signal });
  for (const type of browserEvents) window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true, signal, passive: true });
  for (const type of partEvents) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  signal.addEventListener('abort', () => held.forEach((code) => swallowRelease(window, code)));
}

/** The key that closed the reader is still down then; its release is the reader's as well. */
function swallowRelease(window: Window, code: string): void {
  const life = new AbortController();
  window.addEventListener('keyup', (event) => {
    if (event.code !== code) return;
    event.stopImmediatePropagation();
    life.abort();
  }, { capture: true, signal: life.signal });
}

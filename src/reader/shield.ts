import { deaf, earOf } from './ear.ts';
import { isBackButton } from './leave.ts';
import { handOn } from './hand-on.ts';

const kinds = ['mouse', 'pointer'].flatMap((device) => ['move', 'over', 'out', 'enter', 'leave'].map((deed) => device + deed));
/** Pages listen to these to scroll in their own way, or to see one leave; the reader needs only what the browser does by itself. */
const browserEvents = ['wheel', 'touchstart', 'touchmove', 'touchend', ...kinds];
/** The reader's own parts listen to these, also where no pointer made them, so they are stopped on the way up. */
const partEvents = ['click', 'input', 'focusin', 'focusout'];

interface ShieldOptions {
  onKeyDown: (event: KeyboardEvent) => void;
  signal: AbortSignal;
}

/**
 * Keeps the reader's events from the page's handlers: they are caught at the window, before any handler
 * below it, and handed on from there. What the browser does on them is not affected.
 */
export function shieldFromPage(root: ShadowRoot, { onKeyDown, signal }: ShieldOptions): void {
  const window = root.ownerDocument.defaultView;
  if (window === null) return;
  const ear = earOf(window);
  const keys = takeKeys(onKeyDown);
  const pass = handOn(root);
  ear.handleEvent = (event) => {
    if (isBackButton(event) || isPressedByKey(event)) return;
    if (event.isTrusted || event.target === root.host) event.stopImmediatePropagation();
    // What a script made up was not done in the reader; Chromium calls the end of a composition so too.
    if (!event.isTrusted) return;
    if (isOfKey(event)) keys.take(event);
    else pass(event);
  };
  for (const type of browserEvents) window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true, signal, passive: true });
  for (const type of partEvents) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  signal.addEventListener('abort', () => {
    // The key that closed the reader is still down then; its release is the reader's as well.
    ear.handleEvent = keys.areDown() ? (event) => {
      if (!isOfKey(event) || event.type !== 'keyup' || !keys.take(event)) return;
      event.stopImmediatePropagation();
      if (!keys.areDown()) ear.handleEvent = deaf;
    } : deaf;
  });
}

const isOfKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key');

/** Where on the screen it is then says nothing: such a click goes its own way, and is stopped by the reader's root. */
const isPressedByKey = (event: Event): boolean => event.type === 'click' && (event as PointerEvent).pointerType === '';

/** Hands presses on, and knows which keys are down; `take` says whether it was one of those. */
function takeKeys(onKeyDown: (event: KeyboardEvent) => void): { take: (event: KeyboardEvent) => boolean; areDown: () => boolean } {
  const held = new Set<string>();
  return {
    areDown: () => held.size > 0,
    take: (event) => {
      const wasDown = held.has(event.code);
      if (event.type === 'keyup') return held.delete(event.code);
      // A listener that was there before the ear can keep the press itself; the sign that it types still comes.
      if (event.type === 'keypress' && wasDown) return true;
      if (event.type === 'keydown') held.add(event.code);
      onKeyDown(event);
      return wasDown;
    },
  };
}

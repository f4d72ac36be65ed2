import { useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from '../composing.ts';

/** Where the keys come from while the reader has the keyboard. */
export interface Keyboard {
  onKeyDown(callback: (event: KeyboardEvent) => void, signal: AbortSignal): void;
}

/** What each key does, by its name; what is taken here the browser does not do as well. */
export type KeyActions = Readonly<Record<string, () => void>>;

/** Listens to a few keys for as long as a component is shown; never while an input method is composing or with a modifier. */
export function useKeys(keyboard: Keyboard, actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => { // before the paint: who sees it may press at once
    const life = new AbortController();
    keyboard.onKeyDown((event) => {
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act === undefined || event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    }, life.signal);
    return () => life.abort();
  }, [keyboard]);
}

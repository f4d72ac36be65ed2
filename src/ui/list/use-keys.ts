import { useEffect, useRef } from 'preact/hooks';

/** Hears the keys of a whole page; one that goes into a text is left to it, but for Escape. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const name = (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + event.key;
      const deed = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (!deed || event.defaultPrevented || event.isComposing || event.altKey || (name !== 'Escape' && isTyping(event.target))) return;
      if (name !== 'Escape') event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Whether a key goes into a text. */
export function isTyping(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement && target.type !== 'checkbox') || target instanceof HTMLSelectElement;
}

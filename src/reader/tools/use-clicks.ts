import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Calls back, before the body itself hears of it, for each click within the body on something that the selector finds. */
export function useClicks(body: RefObject<HTMLElement | null>, selector: string, onClick: (target: HTMLElement, event: MouseEvent) => void): void {
  const latest = useRef(onClick);
  latest.current = onClick;
  useEffect(() => {
    const life = new AbortController();
    body.current?.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
      if (target !== null) latest.current(target, event);
    }, { capture: true, signal: life.signal });
    return () => life.abort();
  }, [body, selector]);
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls back for a press outside of a box, and outside of what opened it, which sees to itself. */
export function useOutsidePress(box: RefObject<HTMLElement | null>, onPress: () => void, opener?: Element): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useLayoutEffect(() => { // before the paint: who sees it may press at once
    const life = new AbortController();
    const root = box.current?.getRootNode();
    root?.addEventListener('pointerdown', (event) => {
      const target = event.target;
      if (!(target instanceof Node) || box.current?.contains(target) || opener?.contains(target)) return;
      latest.current();
    }, { signal: life.signal });
    return () => life.abort();
  }, [box, opener]);
}

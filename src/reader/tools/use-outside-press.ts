import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Calls back for a press outside of a box, and outside of what opened it, which sees to itself. */
export function useOutsidePress(box: RefObject<HTMLElement | null>, onPress: () => void, opener?: Element): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  // Not before the box has its place: a press where it is going to stand is none outside of it.
  useEffect(() => {
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

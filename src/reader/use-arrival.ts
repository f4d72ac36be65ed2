import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { moveToSection } from './move-to.ts';
import type { Destination } from './reader-host.ts';

interface Arrival {
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  destination: Destination | undefined;
}

/** The focus goes to the text, so that the arrow keys and the space bar scroll it, and the view to where one wished to be. */
export function useArrival({ scroller, body, destination }: Arrival): void {
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [scroller]);
  useEffect(() => {
    if (destination?.sectionId !== undefined) moveToSection(body.current, destination.sectionId);
  }, [body, destination]);
}

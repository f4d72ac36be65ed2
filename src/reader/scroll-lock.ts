import { adoptOnDocument } from './layer.ts';

/** Holds the page's own scrolling still until the signal is aborted, then puts it back to the pixel. */
export function lockScroll(document: Document, signal: AbortSignal): void {
  const window = document.defaultView;
  if (window === null) return;
  const place = { left: window.scrollX, top: window.scrollY, behavior: 'instant' } as const;
  adoptOnDocument(document, `@media screen { ${lockRules(window)} }`, signal);
  signal.addEventListener('abort', () => {
    if (window.scrollX !== place.left || window.scrollY !== place.top) window.scrollTo(place);
  });
}

/**
 * Where `html` does not say how to overflow, the view takes it from `body`. Once `html` says it, `body`
 * would become a scroller of its own and the place would be lost: so it is told that it is none.
 */
function lockRules(window: Window): string {
  const { overflowX, overflowY } = window.getComputedStyle(window.document.documentElement);
  const takenFromBody = overflowX === 'visible' && overflowY === 'visible';
  return `html { overflow: hidden !important } ${takenFromBody ? 'body { overflow: visible !important }' : ''}`;
}

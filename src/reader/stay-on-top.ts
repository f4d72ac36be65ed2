import { adoptOnDocument } from './layer.ts';

/** A page that answers each time with something new on top gets its way at last; otherwise the two would go on for ever. */
const mostTimes = 20;

/** Keeps the reader seen whatever the page does with its root element or brings to the top layer; what it brought lies there when the reader closes. */
export function stayOnTop(dialog: HTMLDialogElement, host: Element, signal: AbortSignal): void {
  const { ownerDocument: document } = dialog;
  const { display, contentVisibility } = getComputedStyle(document.documentElement);
  if (display === 'none' || contentVisibility === 'hidden') adoptOnDocument(document, ':root:root:root { display: block !important; content-visibility: visible !important }', signal);
  const rise = riser(dialog, signal);
  document.defaultView?.addEventListener('beforetoggle', (event) => {
    // It is on top only once the script that shows it goes on; what opens within the flow, as `details` do, has no such event.
    if (event.target !== host && (event as ToggleEvent).newState === 'open') queueMicrotask(rise);
  }, { capture: true, signal });
}

function riser(dialog: HTMLDialogElement, signal: AbortSignal): () => void {
  const count = { times: 0 };
  return () => {
    if (signal.aborted || (count.times += 1) > mostTimes) return;
    const focused = (dialog.getRootNode() as ShadowRoot).activeElement;
    const scroller = dialog.firstElementChild;
    const place = scroller?.scrollTop ?? 0;
    dialog.close();
    dialog.showModal();
    scroller?.scrollTo({ top: place, behavior: 'instant' });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}

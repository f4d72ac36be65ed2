import { canonicalUrl } from '../library/article-id.ts';
import type { NavigateEvent, Navigation } from './way-back.ts';
import { addWayBack, mayAddEntry } from './way-back.ts';

interface LeaveOptions {
  /** The address of the article that is shown. */
  url: string;
  close: () => void;
  signal: AbortSignal;
}

type NavigatingWindow = Window & { navigation?: Navigation };

/**
 * Closes the reader when one goes back, and when a single-page site shows something else behind it. A site's own
 * router keeps its history to itself: there Back closes where the browser lets a step within the document be cancelled.
 */
export function closeOnLeaving(window: Window, { url, close, signal }: LeaveOptions): void {
  const { navigation } = window as NavigatingWindow;
  closeOnBackButton(window, close, signal);
  const closeIfElsewhere = (): void => {
    if (canonicalUrl(window.location.href) !== canonicalUrl(url)) close();
  };
  window.addEventListener('popstate', closeIfElsewhere, { signal });
  if (navigation === undefined) return;
  navigation.addEventListener('currententrychange', closeIfElsewhere, { signal });
  if (mayAddEntry(window, navigation)) addWayBack(window, navigation, { close, signal });
  else closeInsteadOfGoingBack(navigation, close, signal);
}

function closeInsteadOfGoingBack(navigation: Navigation, close: () => void, signal: AbortSignal): void {
  navigation.addEventListener('navigate', (event) => {
    const { navigationType, destination, cancelable } = event as NavigateEvent;
    if (navigationType !== 'traverse' || !cancelable || destination.index >= (navigation.currentEntry?.index ?? 0)) return;
    event.preventDefault();
    close();
  }, { signal });
}

/** Whether it is of the back button at the side of a mouse. */
export const isBackButton = (event: Event): boolean => event instanceof MouseEvent && event.button === 3;

function closeOnBackButton(window: Window, close: () => void, signal: AbortSignal): void {
  for (const type of ['mousedown', 'mouseup'] as const) {
    window.addEventListener(type, (event) => {
      if (!isBackButton(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (type === 'mouseup') close();
    }, { capture: true, signal });
  }
}

/** Whether a key is the browser's own for going back. */
export function isBackKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (key === 'BrowserBack') return true;
  if (ctrlKey || shiftKey || altKey === metaKey) return false;
  return key === 'ArrowLeft' || (metaKey && key === '[');
}

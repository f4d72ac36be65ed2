import { canonicalUrl } from '../library/article-id.ts';

interface LeaveOptions {
  /** The address of the article that is shown. */
  url: string;
  close: () => void;
  signal: AbortSignal;
}

/** As much of the Navigation API as is used here; not every browser has it. */
interface NavigateEvent extends Event {
  navigationType: string;
  destination: { sameDocument: boolean; index: number };
}
type NavigatingWindow = Window & { navigation?: EventTarget & { currentEntry: { index: number } | null } };

/**
 * Closes the reader when one goes back, and when a single-page site shows something else behind it. Nothing is added
 * to the history for that: an entry of ours would disturb a site's own router and cost whatever lies ahead. So Back
 * closes instead of leaving by keyboard, by mouse, and wherever the browser lets a step within one document be cancelled.
 */
export function closeOnLeaving(window: Window, { url, close, signal }: LeaveOptions): void {
  const { navigation } = window as NavigatingWindow;
  navigation?.addEventListener('navigate', (event) => {
    const { navigationType, destination, cancelable } = event as NavigateEvent;
    if (navigationType !== 'traverse' || !cancelable || destination.index >= (navigation.currentEntry?.index ?? 0)) return;
    event.preventDefault();
    close();
  }, { signal });
  closeOnBackButton(window, close, signal);
  const closeIfElsewhere = (): void => {
    if (canonicalUrl(window.location.href) !== canonicalUrl(url)) close();
  };
  navigation?.addEventListener('currententrychange', closeIfElsewhere, { signal });
  window.addEventListener('popstate', closeIfElsewhere, { signal });
}

/** The number of the back button at the side of a mouse. */
const backButton = 3;

function closeOnBackButton(window: Window, close: () => void, signal: AbortSignal): void {
  for (const type of ['mousedown', 'mouseup'] as const) {
    window.addEventListener(type, (event) => {
      if (event.button !== backButton) return;
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

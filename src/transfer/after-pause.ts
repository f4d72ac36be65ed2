const pause = 250;

/**
 * Makes a caller that waits until nobody has called for a moment, and until the page is in view: an import changes the
 * library a thousand times in a row, and who reads a long list meanwhile keeps those waiting who save elsewhere.
 */
export function afterPause(callback: () => void, signal: AbortSignal): () => void {
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  const callInView = (): void => {
    if (document.hidden) document.addEventListener('visibilitychange', callInView, { once: true, signal });
    else callback();
  };
  signal.addEventListener('abort', () => clearTimeout(waiting.timer), { once: true });
  return () => {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(callInView, pause);
  };
}

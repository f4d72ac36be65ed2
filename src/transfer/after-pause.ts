const pause = 250;

/** Makes a caller that waits until nobody has called for a moment: an import changes the library a thousand times in a row. */
export function afterPause(callback: () => void, signal: AbortSignal): () => void {
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  signal.addEventListener('abort', () => clearTimeout(waiting.timer), { once: true });
  return () => {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(callback, pause);
  };
}

import { useLayoutEffect, useRef } from 'preact/hooks';

/** What lies over the text, in the order in which it was opened: Esc closes the last of it first. */
export interface Layers {
  /** Announces something that can be closed; the returned function takes it back. */
  add(close: () => void): () => void;
  /** Closes the topmost; false when there was none. */
  closeTop(): boolean;
  /** Whether something lies over the text, to which the keys belong then. */
  isCovered(): boolean;
}

/** An empty stack of layers. */
export function createLayers(): Layers {
  const closers: (() => void)[] = [];
  return {
    add: (close) => {
      closers.push(close);
      return () => void closers.splice(closers.indexOf(close), closers.includes(close) ? 1 : 0);
    },
    closeTop: () => {
      const close = closers.pop();
      close?.();
      return close !== undefined;
    },
    isCovered: () => closers.length > 0,
  };
}

/** Lets Esc close a component for as long as it is shown. */
export function useLayer(layers: Layers, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => layers.add(() => latest.current()), [layers]);
}

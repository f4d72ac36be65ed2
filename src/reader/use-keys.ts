import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { KeyAction } from './keys.ts';
import { actionOf } from './keys.ts';
import type { ReaderHost } from './reader-host.ts';

interface KeysOptions {
  host: ReaderHost;
  /** Any element of the reader: a closed root tells only from within what has the focus. */
  inside: RefObject<HTMLElement | null>;
  /** Whether something lies over the text: it has the keys then, all but Esc. */
  isCovered: () => boolean;
  actions: Record<KeyAction, () => void>;
}

/** Does what the reader's keys ask for, for as long as it is shown. */
export function useKeys({ host, inside, isCovered, actions }: KeysOptions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const life = new AbortController();
    host.onKeyDown((event) => {
      const root = inside.current?.getRootNode() as Document | ShadowRoot | undefined;
      const action = actionOf(event, root?.activeElement ?? null);
      if (action === undefined || (action !== 'close' && isCovered())) return;
      event.preventDefault();
      latest.current[action]();
    }, life.signal);
    return () => life.abort();
  }, [host, inside, isCovered]);
}

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import { CloseIcon } from '../ui/icons.tsx';

interface PanelProps {
  /** Also its `data-testid`. */
  name: string;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A card beside the text, which stays readable: takes the focus, gives it back, and goes when one turns to the text again. */
export function Panel({ name, title, onClose, children }: PanelProps): JSX.Element {
  const panel = useRef<HTMLElement>(null);
  useFocusWithin(panel);
  usePressOutside(panel, onClose);
  return (
    <section class="panel-card" data-testid={name} role="dialog" aria-label={title} tabIndex={-1} ref={panel}>
      <header class="panel-head">
        <h2>{title}</h2>
        <button type="button" class="icon-button" data-testid={`${name}-close`} aria-label={t('close')} onClick={onClose}><CloseIcon /></button>
      </header>
      {children}
    </section>
  );
}

type Place = { current: HTMLElement | null };

/** The focus goes to what is chosen in the panel, or to the panel; at the end back to where it was, unless it has moved on. */
function useFocusWithin(panel: Place): void {
  useEffect(() => {
    const element = panel.current;
    const root = element?.getRootNode() as Document | ShadowRoot | undefined;
    const before = root?.activeElement;
    (element?.querySelector<HTMLElement>('input:checked') ?? element)?.focus({ preventScroll: true });
    return () => {
      const now = root?.activeElement ?? null;
      if (before instanceof HTMLElement && (now === null || now === element?.ownerDocument.body || element?.contains(now))) before.focus({ preventScroll: true });
    };
  }, [panel]);
}

function usePressOutside(panel: Place, onPress: () => void): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useLayoutEffect(() => { // before the paint: who sees it may press at once
    const life = new AbortController();
    panel.current?.getRootNode().addEventListener('pointerdown', ({ target }) => {
      // The tools open and close panels themselves.
      if (target instanceof Element && !panel.current?.contains(target) && target.closest('.tools') === null) latest.current();
    }, { capture: true, signal: life.signal });
    return () => life.abort();
  }, [panel]);
}

import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { Layers } from '../layers.ts';
import { useLayer } from '../layers.ts';
import { placeUnder } from '../place-under.ts';
import { useOutsidePress } from '../use-outside-press.ts';

/** One thing that can be done with the article. */
export interface MenuItem {
  name: string;
  label: string;
  icon: JSX.Element;
  choose: () => void;
}

interface ToolMenuProps {
  items: MenuItem[];
  opener: RefObject<HTMLButtonElement | null>;
  layers: Layers;
  onClose: () => void;
}

/** The tools that are not needed at every moment, in a list of words. */
export function ToolMenu({ items, opener, layers, onClose }: ToolMenuProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const close = (): void => {
    onClose();
    opener.current?.focus({ preventScroll: true });
  };
  useLayer(layers, close);
  useOutsidePress(box, onClose, opener.current ?? undefined);
  useLayoutEffect(() => {
    if (opener.current) placeUnder(box.current, opener.current);
    box.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [opener]);
  return (
    <section class="floating tool-menu" data-testid="tool-menu" aria-label={t('moreTools')} ref={box}>
      {items.map(({ name, label, icon, choose }) => (
        <button key={name} type="button" data-testid={`menu-${name}`} onClick={() => { close(); choose(); }}>{icon}{label}</button>
      ))}
    </section>
  );
}

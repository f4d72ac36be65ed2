import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { Layers } from '../layers.ts';
import { useLayer } from '../layers.ts';
import { placeUnder } from '../place-under.ts';
import { useClicks } from '../use-clicks.ts';
import { useOutsidePress } from '../use-outside-press.ts';

interface FootnotesProps {
  body: RefObject<HTMLElement | null>;
  layers: Layers;
  onJump: (id: string) => void;
}

interface OpenNote {
  id: string;
  reference: HTMLElement;
  note: HTMLElement;
}

/** Shows a footnote beside its reference, so that the place in the text is not lost. */
export function Footnotes({ body, layers, onJump }: FootnotesProps): JSX.Element | null {
  const [open, setOpen] = useState<OpenNote>();
  useClicks(body, 'a[data-footnote]', (reference, event) => {
    const id = reference.getAttribute('href')?.slice(1) ?? '';
    const note = body.current?.querySelector<HTMLElement>(`[id=${JSON.stringify(id)}]`);
    if (!note) return;
    // The body's own way with links would jump.
    event.stopPropagation();
    event.preventDefault();
    setOpen(open?.reference === reference ? undefined : { id, reference, note });
  });
  if (open === undefined) return null;
  const close = (): void => {
    setOpen(undefined);
    open.reference.focus({ preventScroll: true });
  };
  return <Popover key={open.id} open={open} layers={layers} onClose={close} onJump={() => { setOpen(undefined); onJump(open.id); }} />;
}

interface PopoverProps {
  open: OpenNote;
  layers: Layers;
  onClose: () => void;
  onJump: () => void;
}

function Popover({ open, layers, onClose, onJump }: PopoverProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useLayer(layers, onClose);
  useOutsidePress(box, onClose, open.reference);
  useLayoutEffect(() => {
    text.current?.replaceChildren(...contentOf(open.note));
    placeUnder(box.current, open.reference);
    box.current?.focus({ preventScroll: true });
  }, [open]);
  return (
    <div class="floating footnote" data-testid="footnote" role="dialog" aria-label={t('footnote')} tabIndex={-1} ref={box}>
      <div class="footnote-text" ref={text} />
      <button type="button" class="link-button" data-testid="footnote-jump" onClick={onJump}>{t('footnoteJump')}</button>
    </div>
  );
}

/** The note without its way back and without ids, which must not be there twice. */
function contentOf(note: HTMLElement): Node[] {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const back of copy.querySelectorAll('a[href^="#jd-ref"]')) back.remove();
  // A reference to another note is read, and followed at the note itself.
  for (const link of copy.querySelectorAll('a[href^="#"]')) link.replaceWith(...link.childNodes);
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return [...copy.childNodes];
}

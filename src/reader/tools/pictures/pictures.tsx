import type { JSX, RefObject } from 'preact';
import type { Layers } from '../layers.ts';
import { useClicks } from '../use-clicks.ts';
import type { Keyboard } from '../use-keys.ts';
import { picturesIn } from './article-pictures.ts';
import { PictureViewer } from './picture-viewer.tsx';

/** Which picture is open; undefined for all of them at once. */
export interface PicturesOpen {
  shown: number | undefined;
}

interface PicturesProps {
  body: RefObject<HTMLElement | null>;
  open: PicturesOpen | undefined;
  onOpen: (open: PicturesOpen | undefined) => void;
  layers: Layers;
  keyboard: Keyboard;
}

/** Opens the viewer for the picture that is pressed, or for the button on it. */
export function Pictures({ body, open, onOpen, layers, keyboard }: PicturesProps): JSX.Element | null {
  useClicks(body, 'figure img, [data-testid=zoom]', (target, event) => {
    const figure = target.closest('figure');
    const shown = picturesIn(body.current ?? target).findIndex(({ element }) => element === target || element.closest('figure') === figure);
    if (shown < 0) return;
    // A picture may stand in a link; it is the picture that was wanted.
    event.preventDefault();
    event.stopPropagation();
    onOpen({ shown });
  });
  if (open === undefined || body.current === null) return null;
  return (
    <PictureViewer
      pictures={picturesIn(body.current)} shown={open.shown} layers={layers} keyboard={keyboard}
      onShow={(shown) => onOpen({ shown })} onClose={() => onOpen(undefined)}
    />
  );
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { CloseIcon } from '../../../ui/icons.tsx';
import type { Layers } from '../layers.ts';
import { useLayer } from '../layers.ts';
import { AfterIcon, BeforeIcon, GalleryIcon } from '../tool-icons.tsx';
import type { Keyboard } from '../use-keys.ts';
import { useKeys } from '../use-keys.ts';
import type { ArticlePicture } from './article-pictures.ts';
import { nameOf } from './article-pictures.ts';

interface PictureViewerProps {
  pictures: ArticlePicture[];
  /** Which picture is shown; undefined for all of them at once. */
  shown: number | undefined;
  onShow: (shown: number | undefined) => void;
  onClose: () => void;
  layers: Layers;
  keyboard: Keyboard;
}

/** The pictures of the article over the whole view: one at a time, or all at once. */
export function PictureViewer(props: PictureViewerProps): JSX.Element {
  const { pictures, shown, onShow, onClose, layers, keyboard } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const picture = shown === undefined ? undefined : pictures[shown];
  const step = (by: number): void => {
    const next = (shown ?? 0) + by;
    if (shown !== undefined && next >= 0 && next < pictures.length) onShow(next);
  };
  useLayer(layers, onClose);
  useKeys(keyboard, { ArrowLeft: () => step(-1), ArrowRight: () => step(1) });
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog class="viewer" data-testid="viewer" aria-label={t('pictures')} ref={dialog}>
      <header class="viewer-bar">
        <span data-testid="picture-count">{shown === undefined ? t('picturesCount', pictures.length) : t('pictureOf', shown + 1, pictures.length)}</span>
        {shown !== undefined && pictures.length > 1 && (
          <>
            <button type="button" class="icon-button" data-testid="picture-before" aria-label={t('pictureBefore')} disabled={shown === 0} onClick={() => step(-1)}><BeforeIcon /></button>
            <button type="button" class="icon-button" data-testid="picture-after" aria-label={t('pictureAfter')} disabled={shown === pictures.length - 1} onClick={() => step(1)}><AfterIcon /></button>
            <button type="button" class="icon-button" data-testid="picture-all" aria-label={t('picturesAll')} onClick={() => onShow(undefined)}><GalleryIcon /></button>
          </>
        )}
        <button type="button" class="icon-button" data-testid="viewer-close" aria-label={t('close')} onClick={onClose}><CloseIcon /></button>
      </header>
      {picture === undefined ? <Gallery pictures={pictures} onShow={onShow} /> : <Single key={shown} picture={picture} />}
    </dialog>
  );
}

/** The picture as large as the view allows; a press shows it in its own size, or twice that where it is small. A long strip is there to be scrolled: it opens large, as wide as the view at most. */
function Single({ picture }: { picture: ArticlePicture }): JSX.Element {
  const { naturalWidth, naturalHeight } = picture.element;
  const isStrip = naturalHeight > naturalWidth * 2.5;
  const [large, setLarge] = useState(isStrip);
  const isVector = naturalWidth === 0 || naturalWidth < 1200;
  const width = (naturalWidth || 800) * (isVector ? 2 : 1);
  return (
    <figure class="viewer-figure">
      <div class="viewer-frame" data-large={large} tabIndex={-1}>
        <button type="button" class="viewer-zoom" data-testid="picture-zoom" aria-label={t(large ? 'pictureFit' : 'pictureLarger')} onClick={() => setLarge(!large)}>
          <img src={picture.src} alt={picture.alt} style={large ? { width: `${width}px`, ...(isStrip && { maxWidth: '100%' }) } : { '--ratio': naturalHeight > 0 ? naturalWidth / naturalHeight : 1.5 }} />
        </button>
      </div>
      <figcaption data-testid="picture-caption" dir="auto">{nameOf(picture)}</figcaption>
    </figure>
  );
}

function Gallery({ pictures, onShow }: { pictures: ArticlePicture[]; onShow: (shown: number) => void }): JSX.Element {
  return (
    <ul class="gallery">
      {pictures.map((picture, index) => (
        <li key={index}>
          <button type="button" data-testid="gallery-item" onClick={() => onShow(index)}>
            <img src={picture.src} alt={picture.alt} />
            <span dir="auto">{nameOf(picture) || t('pictureOf', index + 1, pictures.length)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

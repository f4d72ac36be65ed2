import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { Annotation } from '../../../library/annotation.ts';
import { findQuote } from '../../../library/find-quote.ts';
import { CloseIcon } from '../../../ui/icons.tsx';
import { readBodyText } from '../body-text.ts';
import type { Layers } from '../layers.ts';
import { useLayer } from '../layers.ts';
import { quotedAt } from './quoted.ts';

interface AnnotationListProps {
  list: Annotation[];
  body: RefObject<HTMLElement | null>;
  layers: Layers;
  onOpen: (annotation: Annotation) => void;
  onClose: () => void;
}

/** All highlights and notes in the order of the text; those whose words are gone come last, with a word about it. */
export function AnnotationList({ list, body, layers, onOpen, onClose }: AnnotationListProps): JSX.Element {
  const box = useRef<HTMLElement>(null);
  useLayer(layers, onClose);
  useEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const text = body.current === null ? { text: '', pieces: [] } : readBodyText(body.current);
  const placed = list.map((annotation) => ({ annotation, place: findQuote(text.text, annotation) }));
  placed.sort((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || a.annotation.createdAt - b.annotation.createdAt);
  return (
    <aside class="side-panel" data-testid="annotation-list" aria-label={t('annotations')} ref={box}>
      <header>
        <h2>{t('annotations')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}><CloseIcon /></button>
      </header>
      {placed.length === 0 && <p class="side-none">{t('annotationsNone')}</p>}
      <ol>
        {placed.map(({ annotation, place }) => (
          <li key={annotation.id} data-testid="annotation" data-orphan={place === undefined}>
            <button type="button" onClick={() => onOpen(annotation)}>
              <q class="highlight" data-colour={annotation.colour} dir="auto">{place ? quotedAt(text, place).quote : annotation.exact}</q>
              {annotation.note !== '' && <span class="side-note" dir="auto">{annotation.note}</span>}
              {place === undefined && <small>{t('annotationOrphan')}</small>}
            </button>
          </li>
        ))}
      </ol>
    </aside>
  );
}

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { Annotation } from '../../../library/annotation.ts';
import type { Layers } from '../layers.ts';
import { useLayer } from '../layers.ts';
import { placeUnder } from '../place-under.ts';
import { useOutsidePress } from '../use-outside-press.ts';
import { ColourRow } from './colour-row.tsx';

interface AnnotationEditorProps {
  annotation: Annotation;
  /** Where the highlight stands, once it is drawn; undefined for one whose words are gone. */
  markOf: () => Element | undefined;
  layers: Layers;
  onChange: (annotation: Annotation) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** One highlight: its colour, what was written about it, and the way to take it out. Closing keeps what was written. */
export function AnnotationEditor({ annotation, markOf, layers, onChange, onRemove, onClose }: AnnotationEditorProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState(annotation.note);
  const close = (): void => {
    if (note.trim() !== annotation.note) onChange({ ...annotation, note: note.trim() });
    onClose();
  };
  useLayer(layers, close);
  useOutsidePress(box, close);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [annotation.id]);
  // After the layout of the whole reader, in which the marks are drawn.
  useEffect(() => {
    const mark = markOf();
    if (mark) placeUnder(box.current, mark);
  }, [annotation.id]);
  return (
    <div class="floating annotation-editor" data-testid="annotation-editor" role="dialog" aria-label={t('noteWrite')} ref={box}>
      <textarea ref={field} data-testid="note" rows={3} dir="auto" aria-label={t('note')} placeholder={t('notePlaceholder')} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      <div class="editor-foot">
        <ColourRow chosen={annotation.colour} onChoose={(colour) => onChange({ ...annotation, colour, note: note.trim() })} />
        <button type="button" class="link-button" data-testid="annotation-remove" onClick={onRemove}>{t('annotationRemove')}</button>
        <button type="button" class="link-button" data-testid="annotation-done" onClick={close}>{t('done')}</button>
      </div>
    </div>
  );
}

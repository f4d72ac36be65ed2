import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { HighlightColour } from '../../../library/annotation.ts';
import { rangeOf, readBodyText } from '../body-text.ts';
import { placeUnder } from '../place-under.ts';
import { ColourRow } from './colour-row.tsx';
import type { Selected } from './use-selection.ts';

interface SelectionBarProps {
  body: RefObject<HTMLElement | null>;
  selected: Selected;
  onHighlight: (colour: HighlightColour) => void;
  onNote: () => void;
  onCite: () => void;
  onReference: () => void;
}

/** What can be done with the words that are selected, under their end. */
export function SelectionBar({ body, selected, onHighlight, onNote, onCite, onReference }: SelectionBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const life = new AbortController();
    // Found once: the text is long, and a scroll comes often.
    const range = body.current === null ? undefined : rangeOf(readBodyText(body.current), selected);
    const place = (): void => {
      const end = range && Array.from(range.getClientRects()).at(-1);
      if (end) placeUnder(bar.current, { getBoundingClientRect: () => end });
    };
    place();
    bar.current?.getRootNode().addEventListener('scroll', place, { capture: true, passive: true, signal: life.signal });
    return () => life.abort();
  }, [body, selected]);
  return (
    // The press must not take the selection away.
    <section class="floating selection-bar" data-testid="selection-bar" aria-label={t('selectionTools')} ref={bar} onMouseDown={(event) => event.preventDefault()}>
      <ColourRow onChoose={onHighlight} />
      <button type="button" data-testid="selection-note" onClick={onNote}>{t('noteWrite')}</button>
      <button type="button" data-testid="cite" onClick={onCite}>{t('cite')}</button>
      <button type="button" data-testid="cite-reference" title="GB/T 7714-2015" onClick={onReference}>{t('citeReference')}</button>
    </section>
  );
}

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { Undo } from './use-undo.ts';

const timeForSecondThoughts = 6000;

/** Says what was done, aloud from a place that was there before: one that comes with its words is often not heard. */
export function UndoBar({ undo }: { undo: Undo }): JSX.Element {
  return (
    <>
      <p class="visually-hidden" role="status">{undo.last?.word}</p>
      {undo.last && <Bar key={undo.last.turn} undo={undo} />}
    </>
  );
}

/** A quiet bar that says what was done and takes it back; it waits as long as one points at it or has gone to it by a key. */
function Bar({ undo: { last, undo, forget } }: { undo: Undo }): JSX.Element {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(forget, timeForSecondThoughts);
    return () => clearTimeout(timer);
  }, [held, forget]);
  const hold = (): void => setHeld(true);
  const release = (): void => setHeld(false);
  // A focus that came from nowhere had lost its row: nobody has asked for more time yet.
  const note = ({ relatedTarget }: FocusEvent): void => setHeld(relatedTarget !== null);
  return (
    <div class="undo-bar" onMouseEnter={hold} onMouseLeave={release} onFocusIn={note} onFocusOut={release} onKeyDown={hold}>
      <p>{last?.word}</p>
      {last?.wayBack && <button type="button" class="button" data-testid="undo" onClick={() => void undo()}>{t('undo')}</button>}
    </div>
  );
}

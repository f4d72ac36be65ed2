import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Stretch } from '../body-text.ts';
import { readBodyText, stretchOf } from '../body-text.ts';
import type { Quoted } from './quoted.ts';
import { quotedAt } from './quoted.ts';
import { selectedRange } from './selected-range.ts';

/** A stretch of the article that is selected. */
export interface Selected extends Stretch, Quoted {}

/** What is selected in the body, once the pointer has let go of it. */
export function useSelection(body: RefObject<HTMLElement | null>): Selected | undefined {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const life = new AbortController();
    const hand = { isDown: false };
    const read = (): void => {
      if (!hand.isDown) setSelected((now) => sameOr(now, readSelected(element)));
    };
    // Over a page the root alone is told what is done in the reader.
    const root = element.getRootNode();
    const listen = (target: EventTarget, type: string, run: () => void): void => target.addEventListener(type, run, { signal: life.signal });
    listen(element, 'pointerdown', () => { hand.isDown = true; });
    for (const type of ['pointerup', 'pointercancel']) listen(root, type, () => { hand.isDown = false; read(); });
    listen(root, 'selectionchange', read);
    return () => life.abort();
  }, [body]);
  return selected;
}

function readSelected(body: HTMLElement): Selected | undefined {
  const range = selectedRange(body);
  if (range === undefined) return undefined;
  const text = readBodyText(body);
  const stretch = stretchOf(text, range);
  if (stretch === undefined) return undefined;
  const quoted = quotedAt(text, stretch);
  return quoted.quote === '' ? undefined : { ...stretch, ...quoted };
}

/** Marks that are drawn split the nodes and so move the selection, but not the words: that is no change. */
function sameOr(now: Selected | undefined, next: Selected | undefined): Selected | undefined {
  return now && next && now.start === next.start && now.end === next.end && now.quote === next.quote ? now : next;
}

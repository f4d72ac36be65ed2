import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { findQuote } from '../../../library/find-quote.ts';
import { CloseIcon } from '../../../ui/icons.tsx';
import { isComposing } from '../../composing.ts';
import type { Stretch } from '../body-text.ts';
import { readBodyText, unwrap, wrapAll } from '../body-text.ts';
import type { Layers } from '../layers.ts';
import { useLayer } from '../layers.ts';
import { AfterIcon, BeforeIcon } from '../tool-icons.tsx';
import type { Keyboard } from '../use-keys.ts';
import { findMatches, mostMatches } from './find-matches.ts';

/** What is looked for. */
export interface Sought {
  words: string;
  /** Where they are meant, if not where they first stand. */
  sentence?: string | undefined;
}

interface FindBoxProps {
  body: RefObject<HTMLElement | null>;
  layers: Layers;
  keyboard: Keyboard;
  /** What is looked for at first. */
  sought: Sought;
  onClose: () => void;
}

/** Finds words in the article: all of them marked, one of them current, Enter to go on and Shift with Enter to go back. */
export function FindBox({ body, layers, keyboard, sought, onClose }: FindBoxProps): JSX.Element {
  const [words, setWords] = useState(sought.words);
  const [current, setCurrent] = useState(0);
  const [count, setCount] = useState(0);
  const meant = useRef(sought.sentence);
  const field = useRef<HTMLInputElement>(null);
  const step = (by: number): void => setCurrent(count === 0 ? 0 : (current + by + count) % count);
  useLayer(layers, onClose);
  useEnter(keyboard, field, step);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const { text } = readBodyText(element);
    const matches = findMatches(text, words);
    const marks = wrapAll(element, matches, (index) => markOf(index, element.ownerDocument));
    setCount(matches.length);
    if (meant.current !== undefined) setCurrent(firstFrom(findQuote(text, { exact: meant.current, prefix: '', suffix: '', start: 0 })?.start ?? 0, matches));
    meant.current = undefined;
    return () => unwrap(marks);
  }, [body, words]);
  useLayoutEffect(() => showCurrent(body.current, current), [body, words, current]);
  return (
    <div class="floating find-box" data-testid="find" role="search">
      <input
        ref={field} type="search" data-testid="find-words" aria-label={t('find')} placeholder={t('find')} value={words} spellcheck={false}
        onInput={(event) => { setWords(event.currentTarget.value); setCurrent(0); }}
      />
      <span class="find-count" data-testid="find-count" role="status">{countText(words, count, current)}</span>
      <button type="button" class="icon-button" aria-label={t('findBefore')} disabled={count === 0} onClick={() => step(-1)}><BeforeIcon /></button>
      <button type="button" class="icon-button" aria-label={t('findAfter')} disabled={count === 0} onClick={() => step(1)}><AfterIcon /></button>
      <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}><CloseIcon /></button>
    </div>
  );
}

/** The first match at or behind a place; the first of all where none is. */
function firstFrom(place: number, matches: readonly Stretch[]): number {
  return Math.max(0, matches.findIndex(({ start }) => start >= place));
}

function countText(words: string, count: number, current: number): string {
  if (words.trim() === '') return '';
  if (count === 0) return t('findNone');
  return count >= mostMatches ? t('findMany', current + 1, count) : t('findCount', current + 1, count);
}

/** The reader hears all keys first, so the field's own are asked for there. */
function useEnter(keyboard: Keyboard, field: RefObject<HTMLInputElement | null>, step: (by: number) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const life = new AbortController();
    keyboard.onKeyDown((event) => {
      const root = field.current?.getRootNode() as Document | ShadowRoot | undefined;
      if (event.key !== 'Enter' || isComposing(event) || root?.activeElement !== field.current) return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    }, life.signal);
    return () => life.abort();
  }, [keyboard, field]);
}

function markOf(index: number, document: Document): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = 'found';
  mark.setAttribute('data-found', String(index));
  return mark;
}

function showCurrent(body: HTMLElement | null, current: number): void {
  for (const mark of body?.querySelectorAll('mark.found') ?? []) mark.toggleAttribute('data-current', mark.getAttribute('data-found') === String(current));
  body?.querySelector('mark.found[data-current]')?.scrollIntoView({ block: 'center' });
}

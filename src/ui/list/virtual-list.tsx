import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { focusRow, rowAfterKey, rowOf, showRow } from './row-focus.ts';
import { RowOffsets } from './row-offsets.ts';

interface VirtualListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The height of a row before it was measured, in px. */
  estimate: number;
  label: string;
  rowClass: (item: T) => string;
  children: (item: T, index: number) => ComponentChildren;
  /** The last rows came into view. */
  onEnd?: (() => void) | undefined;
  /** The row at which the list begins, once it is there and nobody has scrolled before. */
  start?: string | undefined;
  /** The list was scrolled and rests, at this row; undefined for its top. */
  onRest?: (row: string | undefined) => void;
}

const overscan = 4;
/** Milliseconds. */
const restAfter = 100;
/** Where nothing is laid out yet, as in a hidden tab, enough rows for any first view. */
const unknownHeight = 800;

/**
 * A list of which only the rows in view, a few around them and the one with the focus stand in the document, and all of them
 * on paper; each has the height it needs. Arrow keys, Home and End move the focus from row to row.
 */
export function VirtualList<T>({ items, keyOf, estimate, label, rowClass, children, onEnd, start: first, onRest }: VirtualListProps<T>): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const offsets = useOffsets({ box, items, keyOf, estimate, onMove: setTop });
  const { starts } = offsets;
  const height = box.current?.clientHeight || unknownHeight;
  const [around, setAround] = useAround(top);
  const onPaper = usePrinting();
  const start = onPaper ? 0 : Math.max(0, offsets.rowAt(top) - around);
  const end = onPaper ? items.length : Math.min(items.length, offsets.rowAt(top + height) + 1 + around);
  const focus = useRowFocus({ box, items, keyOf, onMove: setTop });
  const places = placesOf(start, end, focus.index);
  useLayoutEffect(() => { if (end >= items.length) onEnd?.(); }, [end, items, onEnd]);
  const wanted = useRef(first);
  useLayoutEffect(() => {
    const index = wanted.current === undefined ? -1 : items.findIndex((item) => keyOf(item) === wanted.current);
    if (index < 0 || !box.current) return;
    wanted.current = undefined;
    setTop(box.current.scrollTop = starts[index] ?? 0);
  }, [items]);

  const scroll = ({ currentTarget: { scrollTop } }: { currentTarget: HTMLElement }): void => {
    wanted.current = undefined;
    setAround(Math.abs(scrollTop - top) < height ? overscan : 0);
    setTop(scrollTop);
  };
  const rest = ({ currentTarget: { scrollTop } }: { currentTarget: HTMLElement }): void => {
    const item = scrollTop > 0 ? items[offsets.rowAt(scrollTop)] : undefined;
    onRest?.(item && keyOf(item));
  };

  return (
    <div class="virtual" ref={box} onScroll={scroll} onScrollEnd={rest} onKeyDown={focus.press} onFocusIn={focus.note} onFocusOut={focus.note}>
      <ul class="virtual-rows" data-testid="saved-list" aria-label={label} style={{ height: `${starts[items.length] ?? 0}px` }}>
        {places.map((index) => {
          const item = items[index];
          return item !== undefined && (
            <li
              key={keyOf(item)} data-id={keyOf(item)} data-testid="saved-item" class={`virtual-row ${rowClass(item)}`}
              aria-setsize={items.length} aria-posinset={index + 1} style={{ top: `${starts[index] ?? 0}px` }}
            >
              <Row item={item} index={index}>{children}</Row>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** How many rows stand around those in view: none after a leap to where all are new, until the list has rested there. */
function useAround(top: number): [number, (around: number) => void] {
  const [around, setAround] = useState(overscan);
  useEffect(() => {
    if (around === overscan) return undefined;
    const rest = setTimeout(() => setAround(overscan), restAfter);
    return () => clearTimeout(rest);
  }, [top, around]);
  return [around, setAround];
}

/** Not drawn anew while the list only scrolls or measures itself. */
function Row<T>({ item, index, children }: { item: T; index: number; children: (item: T, index: number) => ComponentChildren }): JSX.Element {
  return useMemo(() => <>{children(item, index)}</>, [item, index, children]);
}

/** The rows from `start` to before `end`, and one more in its place in the order. */
function placesOf(start: number, end: number, besides: number): number[] {
  const places = Array.from({ length: end - start }, (_, place) => start + place);
  if (besides < 0 || (besides >= start && besides < end)) return places;
  return besides < start ? [besides, ...places] : [...places, besides];
}

interface Scrolled<T> {
  box: { readonly current: HTMLDivElement | null };
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The list was scrolled to a place: what stands there is to be drawn before the next frame. */
  onMove: (top: number) => void;
}

/** Where the rows begin, measured whenever they are drawn or change their height; what one looks at stays where it is. */
function useOffsets<T>({ box, items, keyOf, estimate, onMove }: Scrolled<T> & { estimate: number }): RowOffsets<T> {
  const offsets = useRef<RowOffsets<T>>(undefined);
  const known = offsets.current ??= new RowOffsets(keyOf, estimate);
  known.place(items);
  const [, redraw] = useState(0);
  const moved = useRef(0);
  const measure = (): void => {
    const list = box.current;
    if (!list) return;
    const shift = known.learn(rowsOf(list), known.rowAt(list.scrollTop));
    if (shift === undefined) return;
    moved.current += shift;
    redraw((before) => before + 1);
  };
  // A row changes by itself when the sentence of a hit has been found.
  useRowSizes(box, measure);
  useLayoutEffect(() => {
    // The list is as long now as it has to be for that.
    if (box.current && moved.current !== 0 && box.current.scrollTop > 0) onMove(box.current.scrollTop += moved.current);
    moved.current = 0;
    measure();
  });
  useEffect(() => onResize(box.current?.ownerDocument.defaultView, () => {
    known.forget();
    redraw((before) => before + 1);
  }), []);
  return known;
}

/** Calls back when a row that stands in the document has changed its height. */
function useRowSizes(box: { readonly current: HTMLDivElement | null }, callback: () => void): void {
  const latest = useRef(callback);
  latest.current = callback;
  const watch = useRef<{ sizes: ResizeObserver; rows: Set<Element> }>(undefined);
  useLayoutEffect(() => {
    const { sizes, rows } = watch.current ??= { sizes: new ResizeObserver(() => latest.current()), rows: new Set<Element>() };
    const present = new Set(box.current?.querySelectorAll('[data-id]'));
    for (const row of rows) if (!present.has(row)) sizes.unobserve(row);
    for (const row of present) if (!rows.has(row)) sizes.observe(row);
    watch.current.rows = present;
  });
  useEffect(() => () => watch.current?.sizes.disconnect(), []);
}

function rowsOf(list: HTMLElement): { index: number; key: string; height: number }[] {
  return Array.from(list.querySelectorAll<HTMLElement>('[data-id]'), (row) => ({ index: Number(row.getAttribute('aria-posinset')) - 1, key: row.dataset['id'] ?? '', height: row.offsetHeight }));
}

interface RowFocus {
  /** The row with the focus, -1 for none; it stays in the document wherever the list is scrolled. */
  index: number;
  note: (event: FocusEvent) => void;
  press: (event: KeyboardEvent) => void;
}

function useRowFocus<T>({ box, items, keyOf, onMove }: Scrolled<T>): RowFocus {
  const [focused, setFocused] = useState<string>();
  const wanted = useRef<string>(undefined);
  const index = useMemo(() => (focused === undefined ? -1 : items.findIndex((item) => keyOf(item) === focused)), [items, focused]);
  useLayoutEffect(() => {
    if (wanted.current === undefined || !box.current) return;
    const list = box.current;
    const id = wanted.current;
    wanted.current = undefined;
    focusRow(list, id);
    onMove(list.scrollTop);
    // Its neighbours have been drawn by then, and may have turned out higher than was thought.
    requestAnimationFrame(() => showRow(list, id));
  }, [focused]);
  const press = (event: KeyboardEvent): void => {
    const next = index < 0 || rowOf(event.target) === undefined ? undefined : rowAfterKey(event, index, items.length);
    const item = next === undefined ? undefined : items[next];
    if (item === undefined) return;
    event.preventDefault();
    wanted.current = keyOf(item);
    if (wanted.current === focused) focusRow(box.current, wanted.current);
    setFocused(wanted.current);
  };
  // A window that loses the focus gives it back to the same place.
  const note = ({ type, target, relatedTarget }: FocusEvent): void => setFocused(rowOf(type === 'focusin' ? target : relatedTarget ?? (target === document.activeElement ? target : null)));
  return { index, note, press };
}

/** Whether the page is being printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const note = ({ type }: Event): void => setPrinting(type === 'beforeprint');
    const life = new AbortController();
    for (const type of ['beforeprint', 'afterprint']) window.addEventListener(type, note, life);
    return () => life.abort();
  }, []);
  return printing;
}

function onResize(view: Window | null | undefined, callback: () => void): () => void {
  view?.addEventListener('resize', callback);
  return () => view?.removeEventListener('resize', callback);
}

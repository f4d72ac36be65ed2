import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

interface VirtualListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The height of a row before it was measured, in px. */
  estimate: number;
  label: string;
  rowClass: (item: T) => string;
  children: (item: T, index: number) => ComponentChildren;
  /** The row to bring into view; a new object does so again. */
  shown?: { index: number } | undefined;
  /** The last rows came into view. */
  onEnd?: (() => void) | undefined;
}

const overscan = 4;
/** Where nothing is laid out yet, as in a hidden tab, enough rows for any first view. */
const unknownHeight = 800;

/** A list of which only the rows in view, and a few around them, stand in the document; each has the height it needs. */
export function VirtualList<T>({ items, keyOf, estimate, label, rowClass, children, shown, onEnd }: VirtualListProps<T>): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const { offsets, measure, forget } = useOffsets(items, keyOf, estimate);
  const height = box.current?.clientHeight || unknownHeight;
  const start = Math.max(0, rowAt(offsets, top) - overscan);
  const end = Math.min(items.length, rowAt(offsets, top + height) + 1 + overscan);

  useEffect(() => onResize(box.current?.ownerDocument.defaultView, forget), []);
  useLayoutEffect(() => measure(box.current));
  useLayoutEffect(() => scrollTo(box.current, offsets, shown?.index), [shown]);
  useLayoutEffect(() => { if (end >= items.length) onEnd?.(); }, [end, items, onEnd]);

  return (
    <div class="virtual" ref={box} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <ul class="virtual-rows" data-testid="saved-list" aria-label={label} style={{ height: `${offsets[items.length] ?? 0}px` }}>
        {items.slice(start, end).map((item, place) => (
          <li
            key={keyOf(item)} data-id={keyOf(item)} data-testid="saved-item" class={`virtual-row ${rowClass(item)}`}
            aria-setsize={items.length} aria-posinset={start + place + 1} style={{ top: `${offsets[start + place] ?? 0}px` }}
          >
            <Row item={item} index={start + place}>{children}</Row>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Not drawn anew while the list only scrolls or measures itself. */
function Row<T>({ item, index, children }: { item: T; index: number; children: (item: T, index: number) => ComponentChildren }): JSX.Element {
  return useMemo(() => <>{children(item, index)}</>, [item, index, children]);
}

interface Offsets {
  offsets: Float64Array;
  /** Learns the heights of the rows on screen. */
  measure: (box: HTMLElement | null) => void;
  /** In another width each row has another height. */
  forget: () => void;
}

/** Where each row begins, and behind the last one where the list ends. */
function useOffsets<T>(items: readonly T[], keyOf: (item: T) => string, estimate: number): Offsets {
  const heights = useRef(new Map<string, number>()).current;
  const [version, setVersion] = useState(0);
  const offsets = useMemo(() => {
    const sums = new Float64Array(items.length + 1);
    items.forEach((item, index) => { sums[index + 1] = (sums[index] ?? 0) + (heights.get(keyOf(item)) ?? estimate); });
    return sums;
  }, [items, version]);
  const measure = (box: HTMLElement | null): void => {
    const rows = Array.from(box?.querySelectorAll<HTMLElement>('[data-id]') ?? [], (row) => [row.dataset['id'] ?? '', row.offsetHeight] as const);
    const changed = rows.filter(([key, height]) => height > 0 && heights.get(key) !== height);
    for (const [key, height] of changed) heights.set(key, height);
    if (changed.length > 0) setVersion((before) => before + 1);
  };
  const forget = (): void => {
    heights.clear();
    setVersion((before) => before + 1);
  };
  return { offsets, measure, forget };
}

function onResize(view: Window | null | undefined, callback: () => void): () => void {
  view?.addEventListener('resize', callback);
  return () => view?.removeEventListener('resize', callback);
}

/** The last row that begins at or above a place. */
function rowAt(offsets: Float64Array, place: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function scrollTo(box: HTMLElement | null, offsets: Float64Array, index: number | undefined): void {
  if (!box || index === undefined) return;
  const [from, to] = [offsets[index] ?? 0, offsets[index + 1] ?? 0];
  if (from < box.scrollTop) box.scrollTop = from;
  else if (to > box.scrollTop + box.clientHeight) box.scrollTop = to - box.clientHeight;
}

import { useEffect } from 'preact/hooks';
import { rowOf } from './list/row-focus.ts';

const focusable = 'button:not(:disabled), a[href], input, select, textarea, summary';
const opener = '[data-testid=saved-open]';

/** Where the focus is on a page: when what has it goes, it moves to what stands in its place, so that the keyboard is never lost. */
export function useKeptFocus(page: { readonly current: HTMLElement | null }): void {
  useEffect(() => (page.current ? keepFocus(page.current) : undefined), [page]);
}

function keepFocus(page: HTMLElement): () => void {
  const life = new AbortController();
  /** What has the focus, and all that it stands in, the innermost first. */
  let path: Element[] = [];
  /** The row of a list that had it last. */
  let row: string | undefined;
  const note = (element: Element | null): void => {
    path = element ? pathOf(element, page) : [];
    row = rowOf(element) ?? row;
  };
  page.addEventListener('focusin', ({ target }) => note(target as Element), { signal: life.signal });
  // Who presses where nothing takes the focus has let go of it.
  page.addEventListener('mousedown', ({ target }) => note((target as Element).closest(focusable)), { signal: life.signal });
  const changes = new MutationObserver(() => {
    const { activeElement, body } = page.ownerDocument;
    if (path[0]?.isConnected !== false || activeElement !== body) return;
    const left = path;
    path = [];
    const around = left.find((element) => element.isConnected) ?? page;
    if (focusRow(around, { place: placeIn(left), row }) || focusFirst(around)) return;
    // What the list is narrowed to, rather than a field for which a phone brings up its keys.
    if (!takesFocus(page.querySelector('[aria-pressed=true]') ?? undefined)) focusFirst(page);
  });
  changes.observe(page, { childList: true, subtree: true });
  life.signal.addEventListener('abort', () => changes.disconnect());
  return () => life.abort();
}

function pathOf(element: Element, page: HTMLElement): Element[] {
  const parent = element.parentElement;
  return element === page || !parent ? [element] : [element, ...pathOf(parent, page)];
}

/** The place in its list of the row that is gone. */
function placeIn(path: readonly Element[]): number | undefined {
  const row = path.find((element) => element.hasAttribute('aria-posinset'));
  return row && Number(row.getAttribute('aria-posinset'));
}

/** The row that moved up to a place, or the last one; where no row is gone, the one from which one came, or the first in view. */
function focusRow(around: Element, { place, row }: { place: number | undefined; row: string | undefined }): boolean {
  const rows = Array.from(around.querySelectorAll('[aria-posinset]'));
  const top = around.querySelector('.virtual')?.getBoundingClientRect().top ?? 0;
  const next = place === undefined
    ? rows.find((one) => rowOf(one) === row) ?? rows.find((one) => one.getBoundingClientRect().top >= top)
    : rows.find((one) => Number(one.getAttribute('aria-posinset')) === place) ?? rows.at(-1);
  return takesFocus(next?.querySelector(opener) ?? undefined);
}

function focusFirst(around: Element): boolean {
  return Array.from(around.querySelectorAll(focusable)).some(takesFocus);
}

/** What is not shown takes none. */
function takesFocus(element: Element | undefined): boolean {
  if (element instanceof HTMLElement) element.focus();
  return element !== undefined && element.ownerDocument.activeElement === element;
}

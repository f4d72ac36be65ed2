const opener = '[data-testid=saved-open]';

/** Moves the focus from row to row with the arrow keys; to the first and the last in view with Home and End. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
  if (!row || event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
  const next = destination(event.key, row, list);
  if (!next) return;
  event.preventDefault();
  next.querySelector<HTMLElement>(opener)?.focus();
}

/** Before a row goes, the focus moves to the one after it, or before it, so that it is not lost. */
export function focusNeighbour(list: HTMLElement | null, id: string): void {
  const row = Array.from(list?.querySelectorAll<HTMLElement>('[data-id]') ?? []).find((one) => one.dataset['id'] === id);
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>(opener)?.focus();
}

function destination(key: string, row: Element, list: HTMLElement | null): Element | null | undefined {
  switch (key) {
    case 'ArrowDown': return row.nextElementSibling;
    case 'ArrowUp': return row.previousElementSibling;
    case 'Home': return list?.querySelector('[data-id]:first-child');
    case 'End': return list?.querySelector('[data-id]:last-child');
    default: return undefined;
  }
}

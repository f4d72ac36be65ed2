const opener = '[data-testid=saved-open]';

/** Puts the focus on a row, which brings it into view. */
export function focusRow(list: HTMLElement | null, id: string): void {
  openerOf(rowsIn(list).find((row) => row.dataset['id'] === id))?.focus();
}

/** Brings a row into view, if it is not. */
export function showRow(list: HTMLElement | null, id: string): void {
  rowsIn(list).find((row) => row.dataset['id'] === id)?.scrollIntoView({ block: 'nearest' });
}

/** The row of a list to which a key moves the focus; undefined for a key that does not. */
export function rowAfterKey({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent, index: number, count: number): number | undefined {
  if (ctrlKey || altKey || metaKey || (target instanceof HTMLInputElement && target.type !== 'checkbox')) return undefined;
  switch (key) {
    case 'ArrowDown': return Math.min(count - 1, index + 1);
    case 'ArrowUp': return Math.max(0, index - 1);
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return undefined;
  }
}

/** The id of the row in which an element stands. */
export function rowOf(element: EventTarget | null): string | undefined {
  return element instanceof Element ? element.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
}

function rowsIn(list: HTMLElement | null): HTMLElement[] {
  return Array.from(list?.querySelectorAll<HTMLElement>('[data-id]') ?? []);
}

function openerOf(row: Element | null | undefined): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>(opener);
}

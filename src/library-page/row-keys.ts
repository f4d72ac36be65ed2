import type { LibraryRow } from '../library/rows.ts';
import { isKept } from '../library/marks.ts';
import { isTyping } from '../ui/list/use-keys.ts';
import type { RowActions } from './row-actions.ts';
import type { Selection } from './use-selection.ts';

interface RowKeys {
  row: LibraryRow | undefined;
  selection: Selection;
  actions: RowActions;
  /** Brings the field for tags up. */
  onTag: () => void;
}

/** The keys that work on the row with the focus, or on all chosen ones when it is among them. */
export function pressRowKey(event: KeyboardEvent, { row, selection, actions, onTag }: RowKeys): void {
  if (row === undefined || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  const rows = selection.ids.has(row.id) ? selection.rows : [row];
  const deeds: Record<string, () => void> = {
    x: () => selection.toggle(row.id, event.shiftKey),
    s: () => actions.star(rows),
    r: () => actions.markRead(rows),
    e: () => actions.archive(rows),
    t: () => { selection.add(row.id); onTag(); },
    Delete: () => actions.remove(rows),
    Backspace: () => actions.remove(rows),
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!Object.hasOwn(deeds, key) || (key !== 'x' && !isKept(row))) return;
  event.preventDefault();
  deeds[key]?.();
}

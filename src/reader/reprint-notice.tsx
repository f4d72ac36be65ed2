import type { JSX } from 'preact';
import type { Reprint } from '../library/reprints/reprint.ts';
import { ReprintNote } from '../ui/reprint/reprint-note.tsx';
import type { ReprintDesk } from '../ui/reprint/use-reprint.ts';
import type { SavingState } from '../ui/use-saving.ts';

/** The word about an article that was saved from its page alone, by a key or the menu, and was there before. */
export function drawReprint({ id, reprint }: { id: string; reprint: Reprint }, host: Partial<ReprintDesk>): (close: () => void) => JSX.Element {
  const saving: SavingState = { kind: 'saved', id, updated: false };
  const desk = { ...host, findReprint: () => Promise.resolve(reprint) };
  return (close) => <ReprintNote saving={saving} desk={desk} onClose={close} />;
}

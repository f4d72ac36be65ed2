import { useCallback, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { LibraryAccess } from '../../library/library-access.ts';
import type { WayBack } from '../../library/way-back.ts';

/** The last deed, as long as the way back from it is shown. */
export interface Undo {
  last: { turn: number; word: string; wayBack: WayBack | undefined } | undefined;
  /** Says what was done once it is done; rejects as the deed does. `finish` follows once there is no way back any more. */
  keep(word: string, deed: Promise<WayBack>, finish?: () => void): Promise<void>;
  /** Says something from which there is no way back. */
  tell(word: string): void;
  undo(): Promise<void>;
  /** The time for second thoughts is over. */
  forget(): void;
}

/** Keeps at hand what was done last, to take it back. */
export function useUndo(): Undo {
  const [last, setLast] = useState<Undo['last']>();
  const turn = useRef(0);
  const finish = useRef<(() => void) | undefined>(undefined);
  const show = useCallback((word: string, wayBack?: WayBack) => setLast({ turn: turn.current += 1, word, wayBack }), []);
  const end = useCallback(() => {
    finish.current?.();
    finish.current = undefined;
  }, []);
  const keep = useCallback(async (word: string, deed: Promise<WayBack>, then?: () => void) => {
    const wayBack = await deed;
    end();
    finish.current = then;
    show(word, wayBack);
  }, [show, end]);
  const undo = useCallback(async () => {
    if (last?.wayBack === undefined) return;
    try {
      await last.wayBack();
      finish.current = undefined;
      setLast(undefined);
    } catch (error) {
      console.error('a deed could not be taken back', error);
      show(t('undoFailed'), last.wayBack);
    }
  }, [last, show]);
  const forget = useCallback(() => {
    end();
    setLast(undefined);
  }, [end]);
  return { last, keep, tell: show, undo, forget };
}

interface Named {
  ids: readonly string[];
  /** Of the only one. */
  title: string;
}

/** Takes articles out of the bin and says so, or that it did not work. */
export async function putBack({ keep, tell }: Pick<Undo, 'keep' | 'tell'>, library: LibraryAccess, { ids, title }: Named): Promise<void> {
  try {
    await keep(t('didPutBack', ids.length === 1 ? title : t('articleCount', ids.length)), library.takeFromBin(ids));
  } catch (error) {
    console.error('articles could not be taken out of the bin', error);
    tell(t('libraryFailed'));
  }
}

/** Puts articles into the bin and says so, or that it did not work. */
export async function removeToBin({ keep, tell }: Pick<Undo, 'keep' | 'tell'>, library: LibraryAccess, { ids, title }: Named): Promise<void> {
  try {
    await keep(ids.length === 1 ? t('deleted', title) : t('deletedMany', ids.length), library.moveToBin(ids));
  } catch (error) {
    console.error('articles could not be put into the bin', error);
    tell(t('deleteFailed'));
  }
}

import { useCallback, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { LibraryAccess } from '../../library/library-access.ts';

/** The last deletion, as long as the way back from it is shown. */
export interface Deletion {
  deleted: { ids: readonly string[]; word: string; canUndo: boolean } | undefined;
  /** Puts articles into the bin; `title` is that of the only one. */
  remove(ids: readonly string[], title: string): Promise<void>;
  undo(): Promise<void>;
  /** The time for second thoughts is over. */
  forget(): void;
}

/** Deletes into the bin at once, and keeps at hand what was deleted last. */
export function useDeletion(library: LibraryAccess): Deletion {
  const [deleted, setDeleted] = useState<Deletion['deleted']>();
  const remove = useCallback(async (ids: readonly string[], title: string) => {
    try {
      await library.moveToBin(ids);
      setDeleted({ ids, word: ids.length === 1 ? t('deleted', title) : t('deletedMany', ids.length), canUndo: true });
    } catch (error) {
      console.error('articles could not be put into the bin', error);
      setDeleted({ ids, word: t('deleteFailed'), canUndo: false });
    }
  }, [library]);
  const undo = useCallback(async () => {
    if (deleted === undefined) return;
    try {
      await library.takeFromBin(deleted.ids);
      setDeleted(undefined);
    } catch (error) {
      console.error('articles could not be taken out of the bin', error);
      setDeleted({ ...deleted, word: t('undoFailed') });
    }
  }, [library, deleted]);
  const forget = useCallback(() => setDeleted(undefined), []);
  return { deleted, remove, undo, forget };
}

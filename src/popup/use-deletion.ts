import { useCallback, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { SavedArticle } from '../library/saved-article.ts';
import { saveFailureText } from '../ui/failure-text.ts';
import type { PopupLibrary } from './popup-host.ts';

/** The last deletion, as long as it can be undone. */
export interface Deletion {
  deleted: { id: string; word: string; saved: SavedArticle | undefined } | undefined;
  remove(id: string, title: string): Promise<void>;
  undo(): Promise<void>;
  /** The time for second thoughts is over. */
  forget(): void;
}

/** Deletes at once and keeps what was deleted at hand. */
export function useDeletion(library: PopupLibrary): Deletion {
  const [deleted, setDeleted] = useState<Deletion['deleted']>();
  const remove = useCallback(async (id: string, title: string) => {
    const saved = await library.remove(id);
    setDeleted({ id, word: t('deleted', title), saved });
  }, [library]);
  const undo = useCallback(async () => {
    if (deleted?.saved === undefined) return;
    const outcome = await library.restore(deleted.saved);
    setDeleted(outcome.kind === 'saved' ? undefined : { ...deleted, word: saveFailureText(outcome.reason) });
  }, [library, deleted]);
  const forget = useCallback(() => setDeleted(undefined), []);
  return { deleted, remove, undo, forget };
}

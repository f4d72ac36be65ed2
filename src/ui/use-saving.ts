import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import type { SaveOutcome } from '../library/saved-article.ts';
import { saveFailureText } from './failure-text.ts';

/** Where articles are kept, as a view sees it. */
export interface Shelf {
  isSaved(url: string): Promise<boolean>;
  save(article: Article): Promise<SaveOutcome>;
}

export type SavingState = { kind: 'unsaved' } | { kind: 'saving' } | { kind: 'kept' } | SaveOutcome;

/** Whether an article is kept, and the deed of keeping it; an outcome of the past never overwrites a newer one. */
export function useSaving(article: Article, shelf: Shelf): { state: SavingState; save: () => void } {
  const [state, setState] = useState<SavingState>({ kind: 'unsaved' });
  useEffect(() => {
    const life = new AbortController();
    void shelf.isSaved(article.url).then((saved) => {
      if (saved && !life.signal.aborted) setState((now) => (now.kind === 'unsaved' ? { kind: 'kept' } : now));
    });
    return () => life.abort();
  }, [article, shelf]);
  const save = useCallback(() => {
    setState({ kind: 'saving' });
    shelf.save(article).then(setState, () => setState({ kind: 'failed', reason: 'internal' }));
  }, [article, shelf]);
  return { state, save };
}

/** Whether the article stands in the library, as far as is known. */
export function isKept(state: SavingState): boolean {
  return state.kind === 'kept' || state.kind === 'saved';
}

/** What happened to a save, in words; empty while there is nothing to say. */
export function describeSaving(state: SavingState): string {
  if (state.kind === 'failed') return saveFailureText(state.reason);
  if (state.kind === 'saved') return t(state.updated ? 'savedUpdated' : 'saved');
  return '';
}

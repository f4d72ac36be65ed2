import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import type { SaveOutcome } from '../library/saved-article.ts';
import type { PictureTally } from '../library/pictures/picture.ts';
import { saveFailureText } from './failure-text.ts';
import { describePictures } from './picture-words.ts';

/** Where articles are kept, as a view sees it. */
export interface Shelf {
  isSaved(url: string): Promise<boolean>;
  save(article: Article): Promise<SaveOutcome>;
  /** Keeps what pictures of a saved article the page has; absent where there is no page. */
  keepPictures?(article: Article): Promise<PictureTally>;
  /** Calls back whenever an article is saved elsewhere, with its address, until the signal is aborted. */
  onKept?(callback: (url: string) => void, signal: AbortSignal): void;
}

export type SavingState = { kind: 'unsaved' } | { kind: 'saving' } | { kind: 'kept' } | (SaveOutcome & { pictures?: PictureTally });

/** Whether an article is kept, and the deed of keeping it. */
export interface Saving {
  state: SavingState;
  save: () => void;
  /** Takes note that something else has kept the article. */
  noteKept: () => void;
}

/** Follows whether an article is kept; an outcome of the past never overwrites a newer one. */
export function useSaving(article: Article, shelf: Shelf): Saving {
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
    void saveWhole({ article, shelf }, setState);
  }, [article, shelf]);
  const noteKept = useCallback(() => setState((now) => (isKept(now) ? now : { kind: 'kept' })), []);
  useEffect(() => {
    const life = new AbortController();
    shelf.onKept?.((url) => { if (url === article.url) noteKept(); }, life.signal);
    return () => life.abort();
  }, [article.url, shelf, noteKept]);
  return { state, save, noteKept };
}

/** The article first: it stays saved whatever becomes of its pictures. */
async function saveWhole({ article, shelf }: { article: Article; shelf: Shelf }, report: (change: (now: SavingState) => SavingState) => void): Promise<void> {
  const outcome = await shelf.save(article).catch((): SaveOutcome => ({ kind: 'failed', reason: 'internal' }));
  report(() => outcome);
  if (outcome.kind !== 'saved' || !shelf.keepPictures) return;
  try {
    const pictures = await shelf.keepPictures(article);
    report((now) => (now === outcome ? { ...outcome, pictures } : now));
  } catch (error) {
    console.error('the pictures of an article could not be kept', error);
  }
}

/** Whether the article stands in the library, as far as is known. */
export function isKept(state: SavingState): boolean {
  return state.kind === 'kept' || state.kind === 'saved';
}

/** What became of the pictures of a save, in words; empty where there is nothing to say. Those that the page does not have may still be had from the saved article. */
export function describeSavedPictures(state: SavingState): string {
  if (state.kind !== 'saved' || !state.pictures) return '';
  return describePictures({ ...state.pictures, faults: { ...state.pictures.faults, unreached: 0 } });
}

/** What happened to a save, in words; empty while there is nothing to say. */
export function describeSaving(state: SavingState): string {
  if (state.kind === 'failed') return saveFailureText(state.reason);
  if (state.kind === 'saved') return t(state.updated ? 'savedUpdated' : 'saved');
  return '';
}

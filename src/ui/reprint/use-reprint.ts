import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReprintPair } from '../../library/reprints/replace-reprint.ts';
import type { Reprint } from '../../library/reprints/reprint.ts';
import type { SavingState } from '../use-saving.ts';

/** What a view can find out and do about articles that say the same. */
export interface ReprintDesk {
  findReprint(id: string): Promise<Reprint | undefined>;
  openReprint(pair: ReprintPair): Promise<void>;
  replaceReprint(pair: ReprintPair): Promise<void>;
}

/** What is known of the reprint of an article that has just been saved, and what a person may do about it. */
export type ReprintState = { kind: 'none' } | { kind: 'found'; reprint: Reprint } | { kind: 'replaced' } | { kind: 'failed' };

interface ReprintHandling {
  state: ReprintState;
  open(): void;
  replace(): void;
  /** Leaves both as they are. */
  keepBoth(): void;
}

/** Looks for a reprint once an article is newly saved; one that is merely updated was asked about before. */
export function useReprint(saving: SavingState, desk: Partial<ReprintDesk>): ReprintHandling {
  const [state, setState] = useState<ReprintState>({ kind: 'none' });
  const fresh = saving.kind === 'saved' && !saving.updated ? saving.id : undefined;
  useEffect(() => {
    setState({ kind: 'none' });
    if (fresh === undefined || !desk.findReprint) return undefined;
    const life = new AbortController();
    void desk.findReprint(fresh).then(
      (reprint) => { if (reprint && !life.signal.aborted) setState({ kind: 'found', reprint }); },
      // The article is saved; that nobody knows whether it was before is no failure of the save.
      (error: unknown) => console.warn('reprints could not be looked for', error),
    );
    return () => life.abort();
  }, [fresh, desk]);
  const act = useCallback((deed: ((pair: ReprintPair) => Promise<void>) | undefined, then: ReprintState) => {
    if (fresh === undefined || state.kind !== 'found' || !deed) return;
    deed({ old: state.reprint.id, fresh }).then(() => setState(then), (error: unknown) => {
      console.error('a reprint could not be dealt with', error);
      setState({ kind: 'failed' });
    });
  }, [fresh, state]);
  return {
    state,
    open: () => act(desk.openReprint, state),
    replace: () => act(desk.replaceReprint, { kind: 'replaced' }),
    keepBoth: () => setState({ kind: 'none' }),
  };
}

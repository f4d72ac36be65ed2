import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Loss } from '../library/ledger/audit.ts';
import type { LibraryCare } from '../library/library-care.ts';
import type { Rows } from '../ui/list/use-rows.ts';

/** How far the comparison of all articles with their checksums is. */
export type CheckState = { kind: 'idle' } | { kind: 'running'; done: number; total: number } | { kind: 'done'; checked: number; faults: number } | { kind: 'failed' };

/** What the store has lost or altered without a word, and what may be done about it. */
export interface AuditView {
  losses: readonly Loss[];
  check: CheckState;
  /** Compares every article with its checksum. */
  checkAll(): void;
  cancel(): void;
  /** Says nothing more of these. */
  accept(losses: readonly Loss[]): void;
}

/** Compares the library with the ledger once it is read, and again whenever something changes while losses are known. */
export function useAudit(care: LibraryCare, { rows, complete, revision }: Rows): AuditView {
  const [losses, setLosses] = useState<readonly Loss[]>([]);
  const [check, setCheck] = useState<CheckState>({ kind: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  const known = losses.length > 0 ? revision : 0;
  useEffect(() => {
    const life = new AbortController();
    if (complete) void care.audit(rows ?? []).then(async (found) => {
      if (life.signal.aborted) return;
      setLosses((before) => [...found.losses, ...before.filter((one) => one.kind === 'altered' && !found.losses.some(({ id }) => id === one.id))]);
      await care.completeLedger(found.unknown, life.signal);
    }).catch(report);
    return () => life.abort();
  }, [care, complete, known]);
  useEffect(() => () => running.current?.abort(), []);
  const checkAll = useCallback(() => {
    const life = new AbortController();
    running.current = life;
    void checkArticles({ care, ids: (rows ?? []).map(({ id }) => id), signal: life.signal, show: setCheck }).then((found) => {
      if (!life.signal.aborted) setLosses(found);
    }).catch((error: unknown) => {
      report(error);
      if (!life.signal.aborted) setCheck({ kind: 'failed' });
    });
  }, [care, rows]);
  const cancel = useCallback(() => {
    running.current?.abort();
    setCheck({ kind: 'idle' });
  }, []);
  const accept = useCallback((accepted: readonly Loss[]) => {
    void care.acceptLosses(accepted).then(() => setLosses((before) => before.filter((loss) => !accepted.includes(loss)))).catch(report);
  }, [care]);
  return useMemo(() => ({ losses, check, checkAll, cancel, accept }), [losses, check, checkAll, cancel, accept]);
}

interface ArticleCheck {
  care: LibraryCare;
  ids: readonly string[];
  signal: AbortSignal;
  show: (state: CheckState) => void;
}

async function checkArticles({ care, ids, signal, show }: ArticleCheck): Promise<Loss[]> {
  show({ kind: 'running', done: 0, total: ids.length });
  const onProgress = (done: number): void => { if (!signal.aborted) show({ kind: 'running', done, total: ids.length }); };
  const { losses, broken } = await care.auditArticles(ids, { signal, onProgress });
  if (!signal.aborted) show({ kind: 'done', checked: ids.length, faults: losses.length + broken });
  return losses;
}

/** Nobody can compare without the ledger; the library works all the same. */
function report(error: unknown): void {
  console.warn('the library could not be compared with the ledger', error);
}

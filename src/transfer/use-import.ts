import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ImportOutcome } from '../library/import/apply-import.ts';
import type { ImportPlan } from '../library/import/plan-import.ts';
import type { Refusal } from '../library/import/read-backup.ts';
import type { TransferHost } from './transfer-host.ts';

/** How far an import is: the report comes first, and nothing is changed before the person says so. */
export type ImportState =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'refused'; reason: Refusal | 'unreadable' }
  | { kind: 'report'; plan: ImportPlan }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; outcome: ImportOutcome };

interface Importing {
  state: ImportState;
  open(file: Blob): Promise<void>;
  take(plan: ImportPlan): Promise<void>;
  /** Stops what is running, or puts the report away. */
  cancel(): void;
}

/** Reads a file, shows what it would do, and does it. */
export function useImport(host: TransferHost): Importing {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const open = useCallback(async (file: Blob) => {
    setState({ kind: 'reading' });
    try {
      const reading = await host.read(file);
      setState(reading.kind === 'plan' ? { kind: 'report', plan: reading.plan } : reading);
    } catch (error) {
      console.error('a file could not be read', error);
      setState({ kind: 'refused', reason: 'unreadable' });
    }
  }, [host]);
  const take = useCallback(async (plan: ImportPlan) => {
    const stop = new AbortController();
    running.current = stop;
    setState({ kind: 'running', done: 0, total: plan.articles.length });
    const onProgress = (done: number, total: number): void => setState({ kind: 'running', done, total });
    try {
      setState({ kind: 'done', outcome: await host.take(plan, { signal: stop.signal, onProgress }) });
    } catch (error) {
      console.error('an import failed', error);
      setState({ kind: 'done', outcome: { added: 0, updated: 0, bookmarks: 0, stopped: 'internal' } });
    }
  }, [host]);
  const cancel = useCallback(() => {
    running.current?.abort();
    setState((now) => (now.kind === 'running' ? now : { kind: 'idle' }));
  }, []);
  return { state, open, take, cancel };
}

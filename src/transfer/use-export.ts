import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TransferHost } from './transfer-host.ts';

/** How far an export is. */
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; name: string; written: number; left: number }
  | { kind: 'cancelled' }
  | { kind: 'failed' };

interface Exporting {
  state: ExportState;
  start(wanted: Parameters<TransferHost['makeFile']>[0]): Promise<void>;
  cancel(): void;
}

/** Runs one export at a time; leaving the page ends it. */
export function useExport(host: TransferHost): Exporting {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(async (wanted: Parameters<TransferHost['makeFile']>[0]) => {
    const stop = new AbortController();
    running.current = stop;
    const onProgress = (done: number, total: number): void => setState({ kind: 'running', done, total });
    onProgress(0, wanted.ids.length);
    try {
      const file = await host.makeFile(wanted, { signal: stop.signal, onProgress });
      host.offer(file);
      setState({ kind: 'done', name: file.name, written: file.written, left: file.left });
    } catch (error) {
      if (!stop.signal.aborted) console.error('an export failed', error);
      setState({ kind: stop.signal.aborted ? 'cancelled' : 'failed' });
    }
  }, [host]);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}

import { useEffect, useState } from 'preact/hooks';
import { afterPause } from './after-pause.ts';
import type { TransferHost } from './transfer-host.ts';

type Ids = Awaited<ReturnType<TransferHost['ids']>>;

/** The articles that can go out, kept up to date; undefined until they are read. */
export function useIds(host: TransferHost): Ids | undefined {
  const [ids, setIds] = useState<Ids>();
  useEffect(() => {
    const life = new AbortController();
    const read = async (): Promise<void> => {
      const found = await host.ids();
      if (!life.signal.aborted) setIds(found);
    };
    host.onChange(afterPause(() => void read(), life.signal), life.signal);
    void read();
    return () => life.abort();
  }, [host]);
  return ids;
}

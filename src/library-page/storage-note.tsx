import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t, uiLanguage } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';

/** How much room the library takes. */
export function StorageNote({ library, revision }: { library: LibraryAccess; revision: number }): JSX.Element | null {
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    const life = new AbortController();
    void library.bytesInUse().then((used) => { if (!life.signal.aborted) setBytes(used); });
    return () => life.abort();
  }, [library, revision]);
  return bytes === undefined ? null : <p class="storage" data-testid="storage">{t('storageUsed', formatBytes(bytes))}</p>;
}

/** A number of bytes as people read it: in megabytes, with one digit after the point where there are few. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: megabytes < 10 ? 1 : 0 }).format(megabytes);
}

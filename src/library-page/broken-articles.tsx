import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { LibraryCare } from '../library/library-care.ts';
import type { BrokenRecord } from '../library/saved-records.ts';
import { faultWords } from '../ui/fault-words.ts';
import { DisclosureIcon } from '../ui/icons.tsx';

/** The articles that cannot be read, put aside with the reason; nothing but a press here removes them. */
export function BrokenArticles({ broken, library, care }: { broken: readonly BrokenRecord[]; library: LibraryAccess; care: LibraryCare }): JSX.Element | null {
  const titles = useTitles(broken, care);
  if (broken.length === 0) return null;
  return (
    <details class="broken" data-testid="broken">
      <summary><DisclosureIcon />{t('brokenTitle', broken.length)}</summary>
      <ul>
        {broken.map(({ key, id, fault }) => (
          <li key={key}>
            <span dir="auto">{titles.get(id) ?? t('brokenName', id.slice(0, 8))}</span>
            <span class="broken-reason">{t(faultWords[fault])}</span>
            {fault !== 'newer' && <button type="button" class="link-button" data-testid="broken-remove" onClick={() => void library.removeForGood([id])}>{t('brokenRemove')}</button>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What cannot be read cannot say its title; the ledger remembers it. */
function useTitles(broken: readonly BrokenRecord[], care: LibraryCare): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const life = new AbortController();
    void care.titlesOf(broken.map(({ id }) => id)).then(
      (known) => { if (!life.signal.aborted) setTitles(known); },
      (error: unknown) => console.warn('the ledger does not say what the broken articles are called', error),
    );
    return () => life.abort();
  }, [broken, care]);
  return titles;
}

import type { JSX } from 'preact';
import type { MessageKey } from '../i18n.ts';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { Fault } from '../library/migrations.ts';
import type { BrokenRecord } from '../library/saved-records.ts';
import { DisclosureIcon } from '../ui/icons.tsx';

const faults: Record<Fault, MessageKey> = { unreadable: 'brokenUnreadable', malformed: 'brokenMalformed', newer: 'brokenNewer' };

/** The articles that cannot be read, put aside with the reason; nothing but a press here removes them. */
export function BrokenArticles({ broken, library }: { broken: readonly BrokenRecord[]; library: LibraryAccess }): JSX.Element | null {
  if (broken.length === 0) return null;
  return (
    <details class="broken" data-testid="broken">
      <summary><DisclosureIcon />{t('brokenTitle', broken.length)}</summary>
      <ul>
        {broken.map(({ key, id, fault }) => (
          <li key={key}>
            <span>{t('brokenName', id.slice(0, 8))}</span>
            <span class="broken-reason">{t(faults[fault])}</span>
            {fault !== 'newer' && <button type="button" class="link-button" data-testid="broken-remove" onClick={() => void library.removeForGood([id])}>{t('brokenRemove')}</button>}
          </li>
        ))}
      </ul>
    </details>
  );
}

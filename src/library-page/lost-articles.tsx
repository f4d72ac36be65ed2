import type { JSX } from 'preact';
import type { MessageKey } from '../i18n.ts';
import { t, uiLanguage } from '../i18n.ts';
import type { Loss } from '../library/ledger/audit.ts';
import { DisclosureIcon } from '../ui/icons.tsx';
import { TransferLink } from '../ui/transfer-link.tsx';

const kinds: Record<Loss['kind'], MessageKey> = { gone: 'lossGone', older: 'lossOlder', altered: 'lossAltered' };
/** A store that lost everything need not name it all at once. */
const mostNamed = 100;

/** What the browser's store lost or changed by itself: which articles, and the ways to have them back. */
export function LostArticles({ losses, onAccept }: { losses: readonly Loss[]; onAccept: (losses: readonly Loss[]) => void }): JSX.Element | null {
  if (losses.length === 0) return null;
  return (
    <details class="broken" data-testid="lost" open>
      <summary role="alert"><DisclosureIcon />{t('lossTitle', losses.length)}</summary>
      <p>{t('lossHelp')} <TransferLink /></p>
      <ul>
        {losses.slice(0, mostNamed).map((loss) => (
          <li key={loss.id} data-testid="lost-item">
            <span dir="auto">{loss.title || t('untitled')}</span>
            <span class="broken-reason">{t(kinds[loss.kind])} · {t('savedOn', new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium' }).format(loss.savedAt))}</span>
            <a href={loss.url} target="_blank" rel="noreferrer">{t('lossOriginal')}</a>
            <button type="button" class="link-button" data-testid="loss-accept" onClick={() => onAccept([loss])}>{t('lossAccept')}</button>
          </li>
        ))}
      </ul>
      {losses.length > 1 && <button type="button" class="link-button" data-testid="loss-accept-all" onClick={() => onAccept(losses)}>{t('lossAcceptAll')}</button>}
    </details>
  );
}

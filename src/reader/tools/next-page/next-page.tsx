import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';

interface NextPageProps {
  address: string;
  /** Joins the next page on; rejects when that cannot be done. Absent where there is no page to fetch it from. */
  onReadOn?: (() => Promise<void>) | undefined;
}

/** At the end of a page that is not the article's last: a word about it, and the way on. */
export function NextPage({ address, onReadOn }: NextPageProps): JSX.Element | null {
  const [state, setState] = useState<'waiting' | 'reading' | 'failed'>('waiting');
  if (!/^https?:/i.test(address)) return null;
  const readOn = (): void => {
    setState('reading');
    onReadOn?.().then(() => setState('waiting'), (error: unknown) => {
      console.error('the next page could not be joined', error);
      setState('failed');
    });
  };
  return (
    <div class="next-page" data-testid="next-page">
      <p role="status">{t(state === 'failed' ? 'nextPageFailed' : 'nextPageExists')}</p>
      {onReadOn && state !== 'failed' && (
        <button type="button" class="button" data-testid="read-on" disabled={state === 'reading'} onClick={readOn}>{t(state === 'reading' ? 'nextPageReading' : 'nextPageJoin')}</button>
      )}
      {(!onReadOn || state === 'failed') && <a href={address} target="_blank" rel="noopener noreferrer">{t('nextPageOpen')}</a>}
    </div>
  );
}

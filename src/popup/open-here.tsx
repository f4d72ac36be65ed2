import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { PopupHost } from './popup-host.ts';

/**
 * Whether the reader opens by itself on this site; the browser asks for access to it when that is switched on. It stands
 * in its place before the answer is known: what came later would push the buttons from under the pointer.
 */
export function OpenHere({ host, url }: { host: PopupHost; url: string }): JSX.Element | null {
  const [opens, setOpens] = useState<boolean>();
  const site = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).hostname : '';
  useEffect(() => {
    const life = new AbortController();
    if (site !== '') void host.opensByItself(site).then((answer) => { if (!life.signal.aborted) setOpens(answer); });
    return () => life.abort();
  }, [host, site]);
  if (site === '') return null;
  const choose = (wanted: boolean): void => {
    setOpens(wanted);
    host.openByItself(site, wanted).then(setOpens, (error: unknown) => {
      console.error('the choice for this site could not be kept', error);
      setOpens(opens);
    });
  };
  return (
    <label class="open-here">
      <input type="checkbox" data-testid="open-here" checked={opens === true} disabled={opens === undefined} onChange={({ currentTarget }) => choose(currentTarget.checked)} />
      <span>{t('openHere', site)}</span>
    </label>
  );
}

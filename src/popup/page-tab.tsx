import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { FailureReason } from '../messages.ts';
import { Delayed } from '../ui/delayed.tsx';
import { failureText } from '../ui/failure-text.ts';
import { LockIcon, PageIcon } from '../ui/icons.tsx';
import { Message } from '../ui/message.tsx';
import { PageArticleView } from './page-article-view.tsx';
import type { PageOutcome, PopupHost } from './popup-host.ts';

type PageState = { kind: 'loading' } | (PageOutcome & { forced: boolean });

/** The tab of this page: the article, or in words why there is none. */
export function PageTab({ host }: { host: PopupHost }): JSX.Element {
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  const read = useCallback((force: boolean) => {
    setState({ kind: 'loading' });
    host.readPage({ force }).then(
      (outcome) => setState({ ...outcome, forced: force }),
      () => setState({ kind: 'failed', reason: 'internal', forced: force }),
    );
  }, [host]);
  useEffect(() => read(false), [read]);

  switch (state.kind) {
    case 'loading': return <Loading />;
    case 'article': return <PageArticleView host={host} page={state} onFailure={(reason) => setState(failed(reason, state.forced))} />;
    case 'forbidden': return <Message icon={<LockIcon size={40} />} title={t('forbidden')} text={t('forbiddenHelp')} />;
    case 'not-an-article': return <NotAnArticle forced={state.forced} onTry={() => read(true)} />;
    case 'failed': return <Failed reason={state.reason} onRetry={() => read(state.forced)} />;
  }
}

function failed(reason: FailureReason | 'not-an-article', forced: boolean): PageState {
  return reason === 'not-an-article' ? { kind: reason, forced } : { kind: 'failed', reason, forced };
}

function Loading(): JSX.Element {
  return <Delayed milliseconds={150}><p class="loading" role="status">{t('reading')}</p></Delayed>;
}

function NotAnArticle({ forced, onTry }: { forced: boolean; onTry: () => void }): JSX.Element {
  if (forced) return <Message icon={<PageIcon size={40} />} title={t('stillNoArticle')} text={t('stillNoArticleHelp')} />;
  return (
    <Message icon={<PageIcon size={40} />} title={t('notArticle')} text={t('notArticleHelp')}>
      <button type="button" class="button" data-testid="try" onClick={onTry}>{t('tryAnyway')}</button>
    </Message>
  );
}

/** Trying again can help only where the page itself is not the obstacle. */
const worthRetrying: ReadonlySet<FailureReason> = new Set<FailureReason>(['timeout', 'internal']);

function Failed({ reason, onRetry }: { reason: FailureReason; onRetry: () => void }): JSX.Element {
  return (
    <Message icon={<PageIcon size={40} />} title={t('failed')} text={failureText(reason)}>
      {worthRetrying.has(reason) && <button type="button" class="button" data-testid="retry" onClick={onRetry}>{t('retry')}</button>}
    </Message>
  );
}

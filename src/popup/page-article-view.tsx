import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { FailureReason } from '../messages.ts';
import { ArticleMeta } from '../ui/article-meta.tsx';
import { Outline } from '../ui/outline.tsx';
import { sectionMinutes } from '../ui/reading-time.ts';
import { Receipt } from '../ui/receipt.tsx';
import { PageActions } from './page-actions.tsx';
import type { PageArticle, PopupHost } from './popup-host.ts';

interface PageArticleViewProps {
  host: PopupHost;
  page: PageArticle;
  /** The page has changed since it was read, and the reader would not open. */
  onFailure: (reason: FailureReason | 'not-an-article') => void;
}

/** The article of this page at a glance: title, outline, receipt, and the two things to do. */
export function PageArticleView({ host, page, onFailure }: PageArticleViewProps): JSX.Element {
  const { article, forced } = page;
  const minutes = useMemo(() => sectionMinutes(article), [article]);
  const open = (place: { sectionId?: string }): void => {
    host.openReader({ force: forced, ...place }).then(
      ({ failure }) => failure && onFailure(failure),
      () => onFailure('internal'),
    );
  };
  return (
    <>
      <div class="scroll" lang={article.lang || undefined}>
        <h1 class="title" data-testid="title" title={article.title} dir="auto">{article.title || t('untitled')}</h1>
        <ArticleMeta article={article} />
        <h2 class="label">{t('outline')}</h2>
        {article.outline.length > 0
          ? <Outline outline={article.outline} minutes={minutes} onSelect={(sectionId) => open({ sectionId })} />
          : <p class="none" data-testid="outline">{t('outlineNone')}</p>}
        <Receipt article={article} />
      </div>
      <PageActions article={article} host={host} onOpen={() => open({})} />
    </>
  );
}

import type { JSX } from 'preact';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import { ArticleMeta } from '../ui/article-meta.tsx';

/** Title and the line under it. */
export function ArticleHeader({ article }: { article: Article }): JSX.Element {
  return (
    <header class="head">
      <h1 id="reader-title" data-testid="title" dir="auto">{article.title || t('untitled')}</h1>
      <ArticleMeta article={article} withOriginal />
    </header>
  );
}

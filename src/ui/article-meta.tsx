import type { JSX } from 'preact';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import { formatPublished } from './dates.ts';
import { readingMinutes } from './reading-time.ts';

/** One line under the title: who, where, when, how long, and the way to the original where it helps. */
export function ArticleMeta({ article, withOriginal = false }: { article: Article; withOriginal?: boolean }): JSX.Element {
  const published = formatPublished(article.publishedTime);
  const minutes = Math.max(1, Math.round(readingMinutes(article.textContent)));
  return (
    <p class="meta" data-testid="meta">
      {article.byline !== '' && <span data-testid="byline" dir="auto">{article.byline}</span>}
      {article.siteName !== '' && <span dir="auto">{article.siteName}</span>}
      {published !== '' && <time dateTime={article.publishedTime}>{published}</time>}
      <span>{t('minutesAbout', minutes)}</span>
      {withOriginal && isWebAddress(article.url) && (
        <span><a href={article.url} target="_blank" rel="noopener noreferrer">{t('originalLink')}</a></span>
      )}
    </p>
  );
}

/** An address from an imported or damaged record must not become a script. */
function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url);
}

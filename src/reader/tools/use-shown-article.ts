import { useState } from 'preact/hooks';
import type { Article } from '../../article/article.ts';

/** The article that is shown, and the ways to come to another text of the same page. */
export interface ShownArticle {
  article: Article;
  /** Reads the page in the other way; answers whether that gave another text. Absent where there is no page. */
  extractAnew?: () => boolean;
}

/** Shows the article that was opened until the page is read anew. */
export function useShownArticle(opened: Article, extractAnew: (() => Article | undefined) | undefined): ShownArticle {
  const [replaced, replace] = useState<{ opened: Article; article: Article }>();
  const article = replaced?.opened === opened ? replaced.article : opened;
  if (extractAnew === undefined) return { article };
  return {
    article,
    extractAnew: () => {
      const other = article === opened ? extractAnew() : opened;
      if (other === undefined || other.contentHtml === article.contentHtml) return false;
      replace({ opened, article: other });
      return true;
    },
  };
}

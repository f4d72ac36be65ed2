import { useRef, useState } from 'preact/hooks';
import type { Article } from '../../article/article.ts';

/** How the page under the reader is read again; both are absent where there is no page. */
export interface PageReading {
  /** Reads the page again without what is known of its site. */
  extractAnew?(): Article | undefined;
  /** The article with its next page joined on; rejects when that cannot be had. */
  readOn?(article: Article): Promise<Article>;
}

/** The article that is shown, and the ways to come to another text of the same page. */
export interface ShownArticle {
  article: Article;
  /** Answers whether that gave another text. */
  extractAnew?: () => boolean;
  readOn?: () => Promise<void>;
}

/** Shows the article that was opened until the page is read anew or read on. */
export function useShownArticle(opened: Article, { extractAnew, readOn }: PageReading): ShownArticle {
  const [replaced, replace] = useState<{ opened: Article; article: Article }>();
  const article = replaced?.opened === opened ? replaced.article : opened;
  const latest = useRef(article);
  latest.current = article;
  const shown: ShownArticle = { article };
  if (extractAnew) shown.extractAnew = () => {
    const other = article === opened ? extractAnew() : opened;
    if (other === undefined || other.contentHtml === article.contentHtml) return false;
    replace({ opened, article: other });
    return true;
  };
  if (readOn) shown.readOn = async () => {
    const joined = await readOn(article);
    // Whoever opened another text in the meantime wants that one.
    if (latest.current === article) replace({ opened, article: joined });
  };
  return shown;
}

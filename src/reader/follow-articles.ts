import type { Article } from '../article/article.ts';
import { canonicalUrl } from '../library/article-id.ts';
import type { Extraction } from '../messages.ts';

/** Between one look and the next after a new address, in milliseconds; after the last one it is given up. */
const waits = [400, 400, 800, 1_600, 3_200, 6_400];

interface Following {
  read: () => Extraction;
  /** Another article stands there, under another address. */
  onArticle: () => void;
}

/** On a site that goes from article to article within one page, once one was shown: tells of each other, when the old one is gone and the new one stands still. */
export function followArticles(window: Window, { read, onArticle }: Following): (shown: Article) => void {
  const last: { article?: Article; address?: string; look: AbortController } = { look: new AbortController() };
  const arrive = (): void => {
    const address = canonicalUrl(window.location.href);
    if (last.article === undefined || address === last.address) return;
    last.look.abort();
    Object.assign(last, { address, look: new AbortController() });
    void findOther(last.article, read, last.look.signal).then((found) => found && onArticle());
  };
  return (shown) => {
    if (last.article === undefined) {
      const { navigation } = window as Window & { navigation?: EventTarget };
      navigation?.addEventListener('currententrychange', arrive);
      window.addEventListener('popstate', arrive);
    }
    Object.assign(last, { article: shown, address: canonicalUrl(window.location.href) });
  };
}

async function findOther(before: Article, read: () => Extraction, signal: AbortSignal): Promise<boolean> {
  const seen: { html?: string | undefined } = {};
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (signal.aborted) return false;
    const extraction = read();
    const article = extraction.kind === 'article' && isOther(extraction.article, before) ? extraction.article : undefined;
    if (article !== undefined && article.contentHtml === seen.html) return true;
    seen.html = article?.contentHtml;
  }
  return false;
}

/** The old article under a new address may have changed a little; with another one it shares less than half. */
function isOther(article: Article, before: Article): boolean {
  const old = new Set(blocksOf(before));
  const blocks = blocksOf(article);
  return blocks.filter((block) => old.has(block)).length * 2 < blocks.length;
}

function blocksOf({ contentHtml }: Article): string[] {
  return contentHtml.split(/(?=<(?:p|h\d|li|figure)\b)/);
}

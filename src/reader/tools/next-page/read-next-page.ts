import type { Article } from '../../../article/article.ts';
import { joinArticles } from '../../../article/join.ts';
import { parseInert } from '../../../article/sanitize.ts';
import { extractFromPage } from '../../page-extraction.ts';

/** Pages are not read on for longer than this, in milliseconds. */
const patience = 20_000;
/** More bytes than this are no page of an article. */
const largest = 20_000_000;

/** Fetches the next page of an article from its own site, as the page itself would, and joins it on. Rejects when there is none to be had. */
export async function readNextPage(article: Article, document: Document): Promise<Article> {
  const address = new URL(article.nextPage);
  if (address.origin !== new URL(document.URL).origin) throw new Error('the next page is on another site');
  const response = await fetch(address, { credentials: 'same-origin', signal: AbortSignal.timeout(patience) });
  if (!response.ok || new URL(response.url).origin !== address.origin) throw new Error(`the next page answers ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > largest) throw new Error('the next page is too large');
  const page = parseInert(decode(bytes, response.headers.get('Content-Type') ?? ''));
  const base = page.createElement('base');
  base.href = address.href;
  page.head.prepend(base);
  const next = extractFromPage(page, { url: address.href, force: true });
  if (next.kind !== 'article' || next.article.contentHtml === article.contentHtml) throw new Error('there is no article on the next page');
  return joinArticles(article, next.article, document);
}

/** As the header or the page itself names its encoding; not all Chinese sites write UTF-8. */
export function decode(bytes: ArrayBuffer, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 2048));
  const label = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (error) {
    console.info(`the page names an unknown encoding, ${label}`, error);
    return new TextDecoder().decode(bytes);
  }
}

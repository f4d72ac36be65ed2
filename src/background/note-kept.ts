import type { Article } from '../article/article.ts';
import { saveArticle } from '../library/library.ts';
import type { SaveOutcome } from '../library/saved-article.ts';
import { sendToPage } from '../messages.ts';

/** Keeps an article; where the popup asks for it, the reader of its tab is told. */
export async function saveFrom(article: Article, tabId: number | undefined): Promise<SaveOutcome> {
  const outcome = await saveArticle(article);
  if (tabId !== undefined) noteKept(outcome, article.url, tabId);
  return outcome;
}

/** Lets the reader of a tab show at once that its article was saved by other means. */
export function noteKept({ kind }: SaveOutcome, url: string, tabId: number): void {
  if (kind === 'saved') sendToPage(tabId, 'noteKept', { url }).catch((error: unknown) => console.info('the page has gone in the meantime', error));
}

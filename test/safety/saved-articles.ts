import type { Page } from 'playwright-core';
import type { Article } from '../../src/article/article.ts';
import type { SaveOutcome } from '../../src/library/saved-article.ts';
import type { Browser } from '../e2e/browser.ts';

/** One of the extension's own pages, which may speak to the background. */
export async function openOwnPage(browser: Browser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(ownAddress(browser, 'src/popup/index.html'));
  return page;
}

/** Keeps an article in the library as a message does; the id that it got. */
export async function keepArticle(ownPage: Page, article: Article): Promise<string> {
  const outcome = await ownPage.evaluate(async (kept) => {
    const reply: { output?: SaveOutcome } = await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article: kept } });
    return reply.output;
  }, article);
  if (outcome?.kind !== 'saved') throw new Error(`the article was not kept: ${JSON.stringify(outcome)}`);
  return outcome.id;
}

/** The address of the page of a saved article. */
export function savedAddress(browser: Browser, id: string): string {
  return ownAddress(browser, `src/reader/index.html?id=${id}`);
}

/** The address of one of the extension’s own pages. */
export function ownAddress({ extensionId }: Browser, path: string): string {
  return `chrome-extension://${extensionId}/${path}`;
}

import { fold } from './fold.ts';
import type { SavedArticle } from './saved-article.ts';
import type { FoldedArticle } from './text-shard.ts';
import { removeTexts, writeTexts } from './text-store.ts';

/** What is searched of an article. */
export function foldArticle({ id, updatedAt, article }: SavedArticle): FoldedArticle {
  return { id, revision: updatedAt, title: fold(article.title), text: fold(article.textContent) };
}

/** Keeps the texts to search in. They only follow from the articles: without them a search is slower, never wrong. */
export async function keepTexts(saved: readonly SavedArticle[]): Promise<void> {
  try {
    await writeTexts(saved.map(foldArticle));
  } catch (error) {
    console.warn('the texts to search in could not be kept', error);
  }
}

/** Forgets the texts of articles that are gone. */
export async function forgetTexts(ids: readonly string[]): Promise<void> {
  try {
    await removeTexts(ids);
  } catch (error) {
    console.warn('the texts of removed articles could not be forgotten', error);
  }
}

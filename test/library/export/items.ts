import type { Article } from '../../../src/article/article.ts';
import type { ExportItem } from '../../../src/library/export/export-item.ts';
import { makeArticle } from '../articles.ts';

/** When the articles of these tests were saved: a moment named in local time, so that it reads the same everywhere. */
export const savedAt = new Date(2024, 2, 19, 8, 5, 9).getTime();

/** One article on its way out; what a test is about it says itself. */
export function makeItem(fields: Partial<Article> = {}, extra: Partial<Omit<ExportItem, 'saved'>> = {}): ExportItem {
  const article = makeArticle({ provenance: [], ...fields });
  return { saved: { id: 'a'.repeat(32), schema: 1, savedAt, updatedAt: savedAt, article }, highlights: [], tags: [], ...extra };
}

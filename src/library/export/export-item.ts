import { sanitizeToFragment } from '../../article/sanitize.ts';
import type { SavedArticle } from '../saved-article.ts';
import type { Highlight } from './highlight-marks.ts';
import { markHighlights } from './highlight-marks.ts';

/** All that goes out for one article. */
export interface ExportItem {
  saved: SavedArticle;
  highlights: readonly Highlight[];
  tags: readonly string[];
}

/** The body of an article as nodes, ready to be written in some format. */
export interface ExportContent {
  content: DocumentFragment;
  /** Highlights whose words are not in the body any more; they go out all the same. */
  orphans: Highlight[];
}

/** The sanitised body with its highlights marked and without the places where promotions stood. */
export function contentOf({ saved, highlights }: ExportItem, document: Document): ExportContent {
  const content = sanitizeToFragment(saved.article.contentHtml, document);
  for (const marker of content.querySelectorAll('[data-removal]')) marker.remove();
  return { content, orphans: markHighlights(content, highlights) };
}

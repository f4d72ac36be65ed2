import type { Article } from '../../../article/article.ts';
import type { Annotation } from '../../../library/annotation.ts';
import { toMarkdown } from '../../../library/export/markdown.ts';
import { copyText } from '../copy-text.ts';

/** Puts the article with its highlights and notes on the clipboard as Markdown; false where the browser refuses. */
export function copyMarkdown(article: Article, highlights: readonly Annotation[], place: HTMLElement): Promise<boolean> {
  const now = Date.now();
  const item = { saved: { id: '', schema: 0, savedAt: now, updatedAt: now, article }, highlights, tags: [] };
  return copyText(toMarkdown(item, place.ownerDocument), place);
}

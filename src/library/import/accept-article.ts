import { sanitizeToFragment, serialize } from '../../article/sanitize.ts';
import { articleId } from '../article-id.ts';
import type { Fault } from '../migrations.ts';
import { migrate } from '../migrations.ts';
import type { SavedArticle } from '../saved-article.ts';

/** A clock may go wrong by this much, in milliseconds; an article from further in the future would win over all others for ever. */
const clockError = 24 * 60 * 60 * 1000;

/** An article of a backup as the library may take it: in today's schema, under its own id, its HTML sanitised; else what is wrong with it. */
export async function acceptArticle(record: unknown, id: string, document: Document): Promise<SavedArticle | Fault> {
  const saved = migrate(record);
  if (typeof saved === 'string') return saved;
  const isOwn = saved.id === id && (await articleId(saved.article.url)) === id;
  if (!isOwn || !isMoment(saved.savedAt) || !isMoment(saved.updatedAt)) return 'malformed';
  const clean = (html: string): string => cleanMarkup(html, document);
  const { contentHtml, removals } = saved.article;
  return {
    ...saved,
    article: { ...saved.article, contentHtml: clean(contentHtml), removals: removals.map((removal) => ({ ...removal, html: clean(removal.html) })) },
  };
}

/**
 * Markup as the sanitizer leaves it. What has no tags but those that it leaves stays letter by letter: a page's scripts
 * can put into a paragraph what no parser leaves there, and a library that comes back is the same.
 */
function cleanMarkup(html: string, document: Document): string {
  const clean = serialize(sanitizeToFragment(html, document));
  const left = new Set(tagsIn(clean));
  return tagsIn(html).every((tag) => left.has(tag)) ? html : clean;
}

/** The tags as they are written, comments too; one that has `>` in an attribute is cut there, in whichever markup it stands. */
function tagsIn(html: string): string[] {
  return html.split('>').filter((piece) => piece.includes('<')).map((piece) => piece.slice(piece.lastIndexOf('<')));
}

/** Whether a number is a moment that has been. */
export function isMoment(milliseconds: number): boolean {
  return milliseconds >= 0 && milliseconds <= Date.now() + clockError;
}

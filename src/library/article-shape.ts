import type { Article, Completeness, Kept, OutlineEntry, Provenance, Removal, RemovalGroup } from '../article/article.ts';
import { arrayOf, isNumber, isString, oneOf, shapeOf } from '../shape.ts';
import type { IndexEntry, SavedArticle } from './saved-article.ts';

const isGroup = oneOf('reward', 'follow', 'copyright', 'credit', 'bio', 'related', 'share', 'ad', 'app', 'navigation', 'comments', 'notice');
/** Whether a value names a kind of things that are removed. */
export const isRemovalGroup = (value: unknown): value is RemovalGroup => isGroup(value);
const isKept = shapeOf<Kept>({ kept: isNumber, found: isNumber });

/** Whether a value is an article, field by field; what the texts and the HTML say is not judged here. */
export const isArticle = shapeOf<Article>({
  url: isString,
  title: isString,
  byline: isString,
  siteName: isString,
  publishedTime: isString,
  lang: isString,
  dir: oneOf('ltr', 'rtl', ''),
  standfirst: isString,
  excerpt: isString,
  leadImage: isString,
  length: isNumber,
  contentHtml: isString,
  textContent: isString,
  outline: arrayOf(shapeOf<OutlineEntry>({ id: isString, text: isString, depth: isNumber })),
  provenance: arrayOf(
    shapeOf<Provenance>({
      kind: oneOf('author', 'source', 'reprint', 'translation', 'editor', 'picture', 'licence'),
      text: isString,
    }),
  ),
  removals: arrayOf(shapeOf<Removal>({ id: isNumber, step: isString, reason: isString, group: isGroup, text: isString, html: isString })),
  completeness: shapeOf<Completeness>({ characters: isKept, images: isKept, headings: isKept }),
  nextPage: isString,
});

/** Whether a value is a saved article in today's schema. */
export const isSavedArticle = shapeOf<SavedArticle>({
  id: isString,
  schema: isNumber,
  savedAt: isNumber,
  updatedAt: isNumber,
  article: isArticle,
});

/** Whether a value is a row of the index. */
export const isIndexEntry = shapeOf<IndexEntry>({
  id: isString,
  url: isString,
  title: isString,
  byline: isString,
  siteName: isString,
  publishedTime: isString,
  excerpt: isString,
  length: isNumber,
  savedAt: isNumber,
  updatedAt: isNumber,
});

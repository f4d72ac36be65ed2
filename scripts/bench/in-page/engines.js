import { Readability, isProbablyReaderable } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { extract } from '../../../src/article/extract.ts';
import { isReaderable } from '../../../src/article/readerable.ts';

/** What runs inside the page. `parse` is what the clock is on; `read` gives its result one shape for all. */
export const engines = {
  ours: {
    parse: ({ url, siteRules }) => extract(document, siteRules ? { url, siteRules } : { url }),
    read: (article) => ({
      html: article.contentHtml,
      title: article.title,
      byline: article.byline,
      published: article.publishedTime,
      outline: article.outline.map(({ text, depth }) => ({ text, depth })),
      removals: article.removals.map(({ step, reason, text }) => ({ step, reason, text })),
      provenance: article.provenance,
    }),
    detect: () => isReaderable(document),
  },
  readability: {
    parse: () => new Readability(document.cloneNode(true)).parse(),
    read: ({ content, title, byline, publishedTime }) => ({ html: content, title, byline, published: publishedTime }),
    detect: () => isProbablyReaderable(document),
  },
  defuddle: {
    parse: ({ url }) => new Defuddle(document, { url, useAsync: false }).parse(),
    read: ({ content, title, author, published }) => ({ html: content, title, byline: author, published }),
  },
};

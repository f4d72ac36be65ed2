import { Readability, isProbablyReaderable } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { extract } from '../../../src/article/extract.ts';
import { isReaderable } from '../../../src/article/readerable.ts';

/**
 * What runs inside the page. `parse` is what the clock is on, with what `prepare` made before it;
 * `read` gives its result one shape for all.
 */
export const engines = {
  ours: {
    parse: (options) => extract(document, options),
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
    // It does better on an inert copy than on the live page, where it goes by styles that were not saved.
    prepare: () => new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html'),
    parse: ({ url }, copy) => new Defuddle(copy, { url, useAsync: false }).parse(),
    read: ({ content, title, author, published }) => ({ html: content, title, byline: author, published }),
  },
};

// @ts-check
/**
 * One line of JSON for people who add sites: what the reader shows, without what only the reader needs.
 *
 * @param {import('./extract-files.mjs').Extracted | import('./extract-files.mjs').Failed} result
 * @returns {string}
 */
export function printableLine(result) {
  if ('error' in result) return JSON.stringify({ file: result.file, error: result.error });
  const { file, url, readerable, ms, article } = result;
  return JSON.stringify({ file, url, readerable, ms, article: article && printableArticle(article) });
}

/** @param {import('../../src/article/article.ts').Article} article */
function printableArticle(article) {
  return {
    title: article.title,
    byline: article.byline,
    siteName: article.siteName,
    publishedTime: article.publishedTime,
    lang: article.lang,
    standfirst: article.standfirst,
    excerpt: article.excerpt,
    length: article.length,
    contentHtml: article.contentHtml,
    textContent: article.textContent,
    outline: article.outline.map(({ text, depth }) => ({ text, depth })),
    provenance: article.provenance.map(({ kind, text }) => ({ kind, text })),
    removals: article.removals.map(({ step, reason, text }) => ({ step, reason, text })),
  };
}

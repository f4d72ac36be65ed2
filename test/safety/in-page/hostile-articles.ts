import type { Article } from '../../../src/article/article.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { vectors } from '../vectors/all.ts';
import { fields } from '../vectors/fields.ts';
import type { Probe, Vector } from '../vectors/vector.ts';
import { after, before } from './article-page.ts';

/** An article that a vector came into, and the benign words that it must still have wherever it goes. */
export interface HostileArticle {
  name: string;
  words: string[];
  article: Article;
}

/** What its first line says, by which it is known again in whatever file it went into. */
export const caseLine = (place: number): string => `样本${place}号。`;

/** Each vector as a damaged record would hold it, which no extraction has cleaned, and each hostile field. */
export function hostileArticles(origin: string): HostileArticle[] {
  const found = vectors.map((vector, index) => {
    const probe: Probe = { js: `canary(${index})`, url: `${origin}/hit/${index}` };
    return fromStore(vector, probe);
  });
  const inFields = fields.map(({ name, change }, index) => {
    const probe: Probe = { js: `canary(${vectors.length + index})`, url: `${origin}/hit/field-${index}` };
    return { name, words: [before], article: { ...sampleArticle({ contentHtml: `<p>${before}</p>`, textContent: before }), ...change(probe) } };
  });
  return [...found, ...inFields].map(({ article, ...rest }, place) => ({ ...rest, article: withLine(article, place) }));
}

function fromStore({ name, make }: Vector, probe: Probe): HostileArticle {
  const markup = make(probe);
  const removals: Article['removals'] = [{ id: 0, step: 'lines', reason: 'x', group: 'ad', text: before, html: markup }];
  return { name: name, words: [before], article: sampleArticle({ contentHtml: `<p>${before}</p>${markup}<p>${after}</p>`, removals }) };
}

/** Its own address, so that it is one article among many, unless the address is what is tried. */
function withLine(article: Article, place: number): Article {
  const { url, contentHtml } = article;
  return { ...article, url: url === 'https://example.com/post/1' ? `https://example.com/post/${place}` : url, contentHtml: `<p>${caseLine(place)}</p>${contentHtml}` };
}

import type { Article } from '../../../article/article.ts';
import { addressAt, pageAddress } from '../../section-link.ts';
import type { Quoted } from './quoted.ts';
import { directiveTo } from './quoted.ts';

/** The quote with its source in one line, as it is written in a running text. */
export function citeInText(article: Article, quoted: Quoted): string {
  const source = [article.byline, `《${article.title}》`, article.siteName, dayOf(article.publishedTime), addressAt(article.url, directiveTo(quoted))];
  return `“${quoted.quote}”——${source.filter((part) => part !== '' && part !== '《》').join('，')}`;
}

/** What stands between two authors; a space does only between Chinese names. */
const separator = /[、，,;；/&]|\band\b|(?<=\p{sc=Han})\s+(?=\p{sc=Han})/u;

/**
 * The article as an entry of a list of references by GB/T 7714-2015, as an electronic source on the net.
 *
 * @param today the day on which it was read.
 */
export function citeInReferences(article: Article, today: Date): string {
  const published = dayOf(article.publishedTime);
  const read = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const authors = article.byline.split(separator).map((name) => name.trim()).filter(Boolean);
  const others = /\p{sc=Han}/u.test(article.byline) ? '等' : 'et al';
  const names = authors.length > 3 ? [...authors.slice(0, 3), others] : authors;
  const place = article.siteName === '' ? '' : ` ${article.siteName}${published === '' ? '' : `, ${published.slice(0, 4)}`}`;
  const date = published === '' ? '' : `(${published})`;
  return `${names.length > 0 ? `${names.join(', ')}. ` : ''}${article.title}[EB/OL].${place}${place === '' ? ' ' : ''}${date}[${read}]. ${pageAddress(article.url)}.`;
}

function dayOf(time: string): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?/.exec(time)?.[0] ?? '';
}

import type { Article } from '../../../article/article.ts';

/** Quotes of up to this many letters are named whole in an address, longer ones by their ends. */
const longestFragment = 40;
const fragmentEnd = 16;

/** The address of the article at the very words: a browser that reads the original goes there and marks them. */
export function addressOfQuote(url: string, quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  const base = url.split('#')[0] ?? url;
  if (words === '') return base;
  const isShort = words.length <= longestFragment && !/\n/.test(quote.trim());
  const parts = isShort ? [words] : [words.slice(0, fragmentEnd), words.slice(-fragmentEnd)];
  return `${base}#:~:text=${parts.map(encode).join(',')}`;
}

/** The quote with its source in one line, as it is written in a running text. */
export function citeInText(article: Article, quote: string): string {
  const source = [article.byline, `《${article.title}》`, article.siteName, dayOf(article.publishedTime), addressOfQuote(article.url, quote)];
  return `“${quote.trim()}”——${source.filter((part) => part !== '' && part !== '《》').join('，')}`;
}

/**
 * The article as an entry of a list of references by GB/T 7714-2015, as an electronic source on the net.
 *
 * @param today the day on which it was read.
 */
export function citeInReferences(article: Article, today: Date): string {
  const published = dayOf(article.publishedTime);
  const read = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const author = article.byline.split(/[、，,;；\s]+/).filter(Boolean);
  const names = author.length > 3 ? [...author.slice(0, 3), '等'] : author;
  const place = article.siteName === '' ? '' : ` ${article.siteName}${published === '' ? '' : `, ${published.slice(0, 4)}`}`;
  const date = published === '' ? '' : `(${published})`;
  return `${names.length > 0 ? `${names.join(', ')}. ` : ''}${article.title}[EB/OL].${place}${place === '' ? ' ' : ''}${date}[${read}]. ${article.url.split('#')[0] ?? ''}.`;
}

function dayOf(time: string): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?/.exec(time)?.[0] ?? '';
}

/** The hyphen has a meaning of its own in such an address. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}

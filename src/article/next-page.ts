import { absolute } from './metadata.ts';
import { select } from './readerable/unclobbered.ts';
import { foldForMatch } from './text.ts';

const nextWords = /^[\s»›>→]*(下一页|下一頁|下页|下頁|后一页|次のページ|次へ|nextpage|next|继续阅读)[\s»›>→]*$/;
/** What is asked of every link of the page, before its text is folded. */
const oneOfNextWords = /[页頁次]|next|继续/i;
const pageNumber = /(?:[_-]|\/|[?&]p(?:age|n)?=)(\d{1,3})(?=\.\w{2,5}$|\/?$|&|$)/;

/**
 * The address of the next page of an article in several pages, or empty. A link counts when it says 下一页 and leads to
 * the same article: the same address but for a page number that counts up by one.
 *
 * @param selectors where a site's rule knows the link to be.
 */
export function findNextPage(page: Document, url: string, selectors: readonly string[] = []): string {
  const links = [...selectors.flatMap((selector) => select(page, selector)), ...select(page, 'a[rel~="next"], link[rel~="next"], a')];
  for (const link of links) {
    const isNamed = link.matches('[rel~="next"]') || saysNext(link) || selectors.some((selector) => link.matches(selector));
    const address = isNamed ? absolute(link.getAttribute('href') ?? '', url) : '';
    if (address && isNextOf(address, url)) return address;
  }
  return '';
}

function saysNext(link: Element): boolean {
  const text = link.textContent ?? '';
  return text.length <= 40 && oneOfNextWords.test(text) && nextWords.test(foldForMatch(text));
}

function isNextOf(address: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const [next, here] = [new URL(address), new URL(url)];
  if (next.host !== here.host) return false;
  const nextPath = next.pathname + next.search;
  const herePath = here.pathname + here.search;
  const ahead = Number(pageNumber.exec(nextPath)?.[1] ?? Number.NaN);
  const hereStem = stemOf(herePath);
  const nextStem = stemOf(nextPath);
  if (Number.isNaN(ahead)) return false;
  const number = pageNumber.exec(herePath)?.[1];
  if (number === undefined || nextStem === herePath.replace(/\/$/, '')) return nextStem === herePath.replace(/\/$/, '') && (ahead === 1 || ahead === 2);
  return nextStem === hereStem && ahead === Number(number) + 1;
}

/** The path with its page number taken out: `/a/9021_2.html` and `/a/9021_3.html` have one stem. */
function stemOf(path: string): string {
  return path.replace(pageNumber, '').replace(/\/$/, '');
}

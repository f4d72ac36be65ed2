import type { SiteRule } from '../rules/site-rule.ts';
import { bylineBeside, nameIn, reporterBeside, sourceBeside } from './byline.ts';
import { findHeadline } from './headline.ts';
import type { Headline } from './headline.ts';
import { readStructuredData } from './json-ld.ts';
import type { StructuredData } from './json-ld.ts';
import { dateInAddress, dateInScripts, parseDate } from './published-time.ts';
import { attribute, read, select, textOf as textLikeOf } from './readerable/unclobbered.ts';
import { standfirstBeside } from './standfirst.ts';
import { foldForMatch, foldSpace, lengthOf, shortTextOf, textOf } from './text.ts';

/** What the page says about its article, outside the body. Absent fields are empty strings. */
export interface Metadata {
  title: string;
  /** The author that the page prints beside the headline. */
  shownAuthor: string;
  /** The author that the page's machine-readable metadata name: on a mirror often the mirror itself. */
  statedAuthor: string;
  /** The reporter named beside the headline. */
  reporter: string;
  /** The outlet the text comes from. */
  source: string;
  siteName: string;
  publishedTime: string;
  lang: string;
  dir: 'ltr' | 'rtl' | '';
  leadImage: string;
  /** The standfirst (导语) shown between title and body. */
  standfirst: string;
  headline: Headline;
}

interface Sources {
  page: Document;
  metas: Map<string, string>;
  url: string;
  rule: SiteRule | undefined;
  data: StructuredData;
}

/** Reads title, author, source, site, date, language and lead picture; a site rule's word goes first. */
export function readMetadata(page: Document, url: string, rule: SiteRule | undefined): Metadata {
  const metas = readMetas(page);
  const root = read<Element>(page, 'documentElement');
  const sources: Sources = { page, metas, url, rule, data: readStructuredData(page) };
  const titles = [sources.data.headline, firstOf(metas, 'og:title', 'twitter:title'), read<string>(page, 'title')].map(foldSpace).filter(Boolean);
  const headline = findHeadline(page, titles);
  const title = ruledTitle(page, rule, titles) || headline.text || titleOf(titles, siteNameOf(sources, ''));
  return {
    title,
    shownAuthor: nameIn(byRule(page, rule?.byline)) || bylineBeside(headline),
    statedAuthor: statedAuthorOf(sources),
    reporter: reporterBeside(headline),
    source: sourceBeside(headline) || nameIn(firstOf(metas, 'contentsource', 'source')),
    siteName: siteNameOf(sources, title),
    publishedTime: publishedTimeOf(sources, headline),
    lang: attribute(root, 'lang'),
    dir: directionOf(page, root),
    leadImage: absolute(firstOf(metas, 'og:image', 'twitter:image', 'twitter:image:src') || sources.data.image, url),
    standfirst: byRule(page, rule?.standfirst) || standfirstBeside(headline, firstOf(metas, 'description', 'og:description')),
    headline,
  };
}

/** An address made absolute, or empty when it cannot be one of http. */
export function absolute(address: string, base: string): string {
  if (!address) return '';
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/** The page's `<meta>` elements by lower-case name, property or itemprop: read once, because every look-up by selector walks the page. */
function readMetas(page: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of select(page, 'meta')) {
    const content = foldSpace(element.getAttribute('content') ?? '');
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

function firstOf(metas: Map<string, string>, ...names: string[]): string {
  return names.map((name) => metas.get(name.toLowerCase()) ?? '').find(Boolean) ?? '';
}

function byRule(page: Document, selectors: readonly string[] | undefined): string {
  for (const selector of selectors ?? []) {
    const element = select(page, selector)[0];
    const text = foldSpace(element?.getAttribute('content') ?? element?.textContent ?? '');
    if (text) return text;
  }
  return '';
}

/** The title where a site's rule knows it to be, if it agrees with what the document calls itself: sites change. */
function ruledTitle(page: Document, rule: SiteRule | undefined, titles: string[]): string {
  const text = byRule(page, rule?.title);
  const agrees = titles.length === 0 || titles.some((title) => foldForMatch(title).includes(foldForMatch(text)) || foldForMatch(text).includes(foldForMatch(title)));
  return agrees ? text : '';
}

const suffix = /\s*(?:[|｜_丨»]|--|\s[-–—·:：]\s|(?<=[\u3400-\u9fff》”！？!?)）\]】])-(?=[^-]{2,16}$)|(?<=.)-(?=[^-]*[\u3400-\u9fff][^-]{0,14}$))\s*/;

/** The document's own title without the site's name, where the page shows no headline to go by. */
function titleOf(titles: string[], siteName: string): string {
  const title = titles[0] ?? '';
  const parts = title.split(suffix).filter(Boolean);
  if (parts.length < 2) return title;
  const [first = ''] = parts;
  const isSite = siteName !== '' && foldForMatch(first).includes(foldForMatch(siteName));
  return isSite || lengthOf(first) < 4 ? parts.slice(1).sort((a, b) => b.length - a.length)[0] ?? title : first;
}

function siteNameOf({ page, metas, rule, data, url }: Sources, title: string): string {
  const named = rule?.siteName || firstOf(metas, 'og:site_name', 'application-name') || data.publisher;
  if (named) return named;
  const own = read<string>(page, 'title');
  const rest = title && own.startsWith(title) ? own.slice(title.length) : own;
  const last = rest.split(suffix).filter(Boolean).at(-1) ?? '';
  if (last && last !== title && lengthOf(last) <= 16) return foldSpace(last).replace(/^[\s\-–—_|·]+/, '');
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

function statedAuthorOf({ metas, data }: Sources): string {
  const named = nameIn(data.author) || nameIn(firstOf(metas, 'article:author', 'og:article:author'));
  return named || nameIn(firstOf(metas, 'author', 'byl', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'mediaid'));
}

const publishedNames = [
  'article:published_time', 'og:published_time', 'datePublished', 'og:release_date', 'weibo:article:create_at', 'publishdate', 'pubdate', 'publish-date', 'publish_date', 'pub_date', 'published_date',
  'published', 'og:time', 'dc.date', 'dc.date.issued', 'dcterms.created', 'date', 'parsely-pub-date', 'sailthru.date', 'article.published', '_pubtime', 'firstpublishedtime',
];

function publishedTimeOf({ page, metas, rule, data, url }: Sources, headline: Headline): string {
  const ruled = timeByRule(page, rule?.time);
  const stated = parseDate(data.published) || parseDate(firstOf(metas, ...publishedNames));
  const shown = dateBeside(headline);
  if (ruled) return ruled;
  // The printed time is that of the outlet's own zone; the machine-readable one may be a day off in UTC.
  const isMoreExact = shown.length > 10 || shown.slice(0, 10) !== stated.slice(0, 10);
  if (shown && /Z$/.test(stated) && isMoreExact) return shown;
  return stated || shown || dateInTimeElement(page) || labelledDate(page) || dateInScripts(page) || dateInAddress(url);
}

const timeAttributes = ['datetime', 'content', 'data-timestamp', 'data-time', 'data-publishtime', 'data-val', 'title'];

function timeByRule(page: Document, selectors: readonly string[] | undefined): string {
  for (const selector of selectors ?? []) {
    const element = select(page, selector)[0];
    const texts = element ? [textOf(element), ...timeAttributes.map((name) => element.getAttribute(name) ?? '')] : [];
    const dates = texts.map(parseDate).filter(Boolean);
    const found = dates.find((date) => date.length > 10) ?? dates[0]; // what is printed goes first, it is in the outlet's own zone
    if (found) return found;
  }
  return '';
}

function dateBeside(headline: Headline): string {
  let dayOnly = '';
  for (const { element, text } of headline.surroundings) {
    const found = /[a-z]{3,}[.!?]$|[。！？]$/.test(text) ? '' : parseDate(text) || parseDate(element.getAttribute('datetime') ?? '');
    if (found.length > 10) return found;
    dayOnly ||= found;
  }
  return dayOnly;
}

/** Both cases are written out: to ignore case costs three times as much. */
const timeLike = 'time, [itemprop="datePublished"], [class*="ublish"], [class*="date"], [class*="Date"], [class*="time"], [class*="Time"], [id*="time"], [id*="Time"]';

function dateInTimeElement(page: Document): string {
  for (const element of select(page, timeLike)) {
    const text = shortTextOf(element, 80);
    const found = text === undefined ? '' : timeAttributes.map((name) => parseDate(element.getAttribute(name) ?? '')).find(Boolean) ?? parseDate(text);
    if (found) return found;
  }
  return '';
}

/** 发布时间：2024-03-18 anywhere in the page's text. */
function labelledDate(page: Document): string {
  return parseDate(/(?:发布时间|发表时间|发布日期|时间|日期|发表于|发布于)[\s:：]{0,8}((?:19|20)\d\d\s*[-/.年][\d\s:/.年月日-]{4,24})/.exec(bodyText(page))?.[1] ?? '');
}

function bodyText(page: Document): string {
  const body = read<Element | null>(page, 'body');
  return body ? textLikeOf(body) : '';
}

function directionOf(page: Document, root: Element): 'ltr' | 'rtl' | '' {
  const body = read<Element | null>(page, 'body');
  const dir = ((body ? attribute(body, 'dir') : '') || attribute(root, 'dir')).toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : '';
}

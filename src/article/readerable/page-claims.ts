import { attribute, call, find, foldedText, read, tagOf, textOf } from './unclobbered.ts';
import { weigh } from './text-signs.ts';

/** A home page, or words of an address, also of a host's first part, under which pages of other kinds are kept. */
const otherAddress =
  /^https?:(?:\/\/[^/]+\/(?:index\.\w+)?(?:#|$)|.*?\/(?:search|tags?|category|forum|bbs|threads?|questions?|ask|faq|videos?|watch|products?|shop|courses?|users?|profile)(?:[./?#]|$))/i;
/** A type by Open Graph, which begins its line, or by schema.org, in JSON-LD or microdata. */
const otherType =
  /^(?:video|music|product|profile)|["/](?:Product|VideoObject|Course|DiscussionForumPosting|(?:QA|SearchResults|Collection|Profile)Page)(?:"|$)/m;
const articleType = /"(?:\w*Article|BlogPosting|Recipe)"/;
/** A shop names one price, and perhaps the old one; a column of goods beside an article has many. */
const mostPrices = 3;
const longestSchema = 20_000;
const shortestTitle = 6;
/** Of a page with more headings and prices, what comes first says enough. */
const mostClaims = 2_000;
// One selector for all, because each look at the whole page costs as much as a walk over it.
const price = '.price,[itemprop=price]';
const claims = `h1,h2,h3,meta[property="og:type"],script[type="application/ld+json"],[itemtype],${price}`;

/** What the page says of itself, beside its text. */
export interface Claims {
  /** A heading is also the page's title, as an article's is. */
  hasOwnTitle: boolean;
  /** How many things say that it is of another kind: a shop's, a film's, a forum's, a home page. */
  others: number;
}

/** Reads what the page says of itself: its address, its title, its metadata, its prices. */
export function* readClaims(document: Document): Generator<undefined, Claims> {
  const found = [...find(document, claims)].slice(0, mostClaims);
  const title = read<string>(document, 'title').replace(/\s+/g, '');
  const types = found.map(typeOf).join('\n');
  const others = [
    otherAddress.test(read<string>(document, 'URL')),
    otherType.test(types) && !articleType.test(types),
    sellsSomething(found),
  ];
  let hasOwnTitle = false;
  for (const element of found) {
    hasOwnTitle ||= isTitle(element, title);
    yield;
  }
  return { hasOwnTitle, others: others.filter(Boolean).length };
}

function typeOf(element: Element): string {
  if (tagOf(element) === 'script') return textOf(element).slice(0, longestSchema);
  return attribute(element, 'itemtype') || attribute(element, 'content');
}

function isTitle(element: Element, title: string): boolean {
  if (!/^h\d$/.test(tagOf(element))) return false;
  const heading = foldedText(element);
  return weigh(heading) >= shortestTitle && title.startsWith(heading);
}

function sellsSomething(found: readonly Element[]): boolean {
  const prices = found.filter((element) => call<boolean>(element, 'matches', price));
  return prices.length > 0 && prices.length <= mostPrices;
}

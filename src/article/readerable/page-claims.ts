import { attribute, call, find, read, tagOf, textOf } from './unclobbered.ts';

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
/** Of a page with more boxes and prices, what comes first says enough. */
const mostClaims = 2_000;
// One selector for all, because each look at the whole page costs as much as a walk over it.
const price = '.price,[itemprop=price]';
const claims = `meta[property="og:type"],script[type="application/ld+json"],[itemtype],${price}`;

/** How many things say that the page is of another kind, a shop's, a film's, a forum's, a home page: its address, its metadata, its prices. */
export function* readClaims(document: Document): Generator<undefined, number> {
  const found = [...find(document, claims)].slice(0, mostClaims);
  yield;
  const types = found.map(typeOf).join('\n');
  const others = [
    otherAddress.test(read<string>(document, 'URL')),
    otherType.test(types) && !articleType.test(types),
    sellsSomething(found),
  ];
  return others.filter(Boolean).length;
}

function typeOf(element: Element): string {
  if (tagOf(element) === 'script') return textOf(element).slice(0, longestSchema);
  return attribute(element, 'itemtype') || attribute(element, 'content');
}

function sellsSomething(found: readonly Element[]): boolean {
  const prices = found.filter((element) => call<boolean>(element, 'matches', price));
  return prices.length > 0 && prices.length <= mostPrices;
}

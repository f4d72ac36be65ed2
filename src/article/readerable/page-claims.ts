import { attribute, call, read, select, tagOf, textOf } from './unclobbered.ts';
import { weigh } from './text-signs.ts';

/** Words of an address, as a whole segment or as the first part of the host, under which pages of other kinds are kept. */
const otherAddress =
  /^(?:search|so|tags?|categor(?:y|ies)|forums?|bbs|threads?|viewthread|questions?|answers?|ask|wenda|zhidao|faq|videos?|watch|play|login|signin|signup|register|passport|products?|goods|shop|mall|store|courses?|user|users|profile)(?:\.(?:php|html?|aspx?))?$/i;
const otherType = /^(?:video|music|product|profile|og:product)/i;
const otherSchema =
  /"@type"\s*:\s*\[?\s*"(?:Product|VideoObject|Course|QAPage|DiscussionForumPosting|SearchResultsPage|CollectionPage|ProfilePage)"/;
const articleSchema = /"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting|Report|Recipe|HowTo)"/;
/** A shop names the one price above the description; a column of goods beside an article has many, mostly below. */
const mostPrices = 3;
const otherItem = /\/(?:Product|QAPage|Course)$/;
/** Node.DOCUMENT_POSITION_PRECEDING and _CONTAINED_BY. */
const precedingNode = 2;
const containedNode = 16;
const longestSchema = 20_000;
const titlesLookedAt = 30;
const shortestTitle = 6;

/** What the page says of itself, beside its text. */
export interface Claims {
  /** A heading is also the page's title, as an article's is. */
  hasOwnTitle: boolean;
  /** How many things say that it is of another kind: a shop's, a film's, a forum's, a home page. */
  others: number;
}

/** Reads what the page says of itself: its address, its title, its metadata, its prices. */
export function readClaims(document: Document, body: Node): Claims {
  // One selector for all, because each look at the whole page costs as much as a walk over it.
  const found = select(document, 'h1,h2,h3,meta[property="og:type"],script[type="application/ld+json"],[itemtype],.price,[itemprop="price"]');
  const others = [hasOtherAddress(document), hasOtherType(found), sellsSomething(found, body)].filter(Boolean).length;
  return { hasOwnTitle: hasOwnTitle(document, found), others };
}

function hasOwnTitle(document: Document, found: readonly Element[]): boolean {
  const title = fold(read<string>(document, 'title'));
  return found
    .filter((element) => /^h[123]$/.test(tagOf(element)))
    .slice(0, titlesLookedAt)
    .map((heading) => fold(textOf(heading)))
    .some((heading) => weigh(heading) >= shortestTitle && title.startsWith(heading));
}

function hasOtherAddress(document: Document): boolean {
  const address = read<string>(document, 'URL');
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, search } = new URL(address);
  if (!protocol.startsWith('http')) return false;
  const isHome = /^\/(?:index\.\w+)?$/.test(pathname) && search === '';
  return isHome || [hostname.split('.')[0] ?? '', ...pathname.split('/')].some((part) => otherAddress.test(part));
}

function hasOtherType(found: readonly Element[]): boolean {
  if (found.some((element) => otherItem.test(attribute(element, 'itemtype')))) return true;
  if (found.some((element) => tagOf(element) === 'meta' && otherType.test(attribute(element, 'content')))) return true;
  const schemas = found
    .filter((element) => tagOf(element) === 'script')
    .map((script) => textOf(script).slice(0, longestSchema))
    .join('\n');
  return otherSchema.test(schemas) && !articleSchema.test(schemas);
}

function sellsSomething(found: readonly Element[], body: Node): boolean {
  const prices = found.filter((element) => attribute(element, 'itemprop') === 'price' || /(?:^|\s)price(?:\s|$)/.test(attribute(element, 'class')));
  return prices.length > 0 && prices.length <= mostPrices && prices.every((price) => precedes(price, body));
}

/** Whether the element comes before the body, or stands in it. */
function precedes(element: Element, body: Node): boolean {
  const position = call<number>(body, 'compareDocumentPosition', element);
  return (position & (precedingNode | containedNode)) !== 0;
}

function fold(text: string): string {
  return text.replace(/\s+/g, '');
}

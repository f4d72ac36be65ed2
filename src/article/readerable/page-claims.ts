import { attribute, call, read, select, textOf } from './unclobbered.ts';
import { weigh } from './text-signs.ts';

/** Words of an address, as a whole segment or as the first part of the host, under which pages of other kinds are kept. */
const otherAddress =
  /^(?:search|so|tags?|categor(?:y|ies)|forums?|bbs|threads?|viewthread|questions?|answers?|ask|wenda|zhidao|faq|videos?|watch|play|login|signin|signup|register|passport|products?|goods|shop|mall|store|courses?|user|users|profile)(?:\.(?:php|html?|aspx?))?$/i;
const otherType = /^(?:video|music|product|profile|og:product)/i;
const otherSchema =
  /"@type"\s*:\s*\[?\s*"(?:Product|VideoObject|Course|QAPage|DiscussionForumPosting|SearchResultsPage|CollectionPage|ProfilePage)"/;
const articleSchema = /"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting|Report|Recipe|HowTo)"/;
const otherParts = '[itemtype$="/Product"],[itemtype$="/QAPage"],[itemtype$="/Course"],[itemprop="price"]';
/** A shop names the one price above the description; a column of goods beside an article has many, mostly below. */
const price = '[class~="price"]';
const mostPrices = 3;
/** Node.DOCUMENT_POSITION_PRECEDING and _CONTAINED_BY. */
const precedingNode = 2;
const containedNode = 16;
const longestSchema = 20_000;
const titlesLookedAt = 30;
const shortestTitle = 6;

/** How many things about the page, beside its text, say that it is of another kind: a shop's, a film's, a forum's, a home page. */
export function countOtherClaims(document: Document, body: Node): number {
  const claims = [hasOtherAddress(document), hasOtherType(document), sellsSomething(document, body)];
  return claims.filter(Boolean).length;
}

/** Whether a heading of the page is also its title, as an article's is. */
export function hasOwnTitle(document: Document): boolean {
  const title = fold(read<string>(document, 'title'));
  return select(document, 'h1,h2,h3')
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

function hasOtherType(document: Document): boolean {
  const types = select(document, 'meta[property="og:type"]').map((meta) => attribute(meta, 'content'));
  if (types.some((type) => otherType.test(type))) return true;
  const schemas = select(document, 'script[type="application/ld+json"]')
    .map((script) => textOf(script).slice(0, longestSchema))
    .join('\n');
  return otherSchema.test(schemas) && !articleSchema.test(schemas);
}

function sellsSomething(document: Document, body: Node): boolean {
  if (select(document, otherParts).length > 0) return true;
  const prices = select(document, price);
  return prices.length > 0 && prices.length <= mostPrices && prices.every((each) => precedes(each, body));
}

/** Whether the element comes before the body, or stands in it. */
function precedes(element: Element, body: Node): boolean {
  const position = call<number>(body, 'compareDocumentPosition', element);
  return (position & (precedingNode | containedNode)) !== 0;
}

function fold(text: string): string {
  return text.replace(/\s+/g, '');
}

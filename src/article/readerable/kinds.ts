import { attribute } from './unclobbered.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Tags that stand within a line of text. */
export const inline = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
const neverProse = words(
  'script style noscript template textarea select button nav footer aside iframe object svg math head pre figcaption dialog menu',
);
/** What bears a telling name only for its own sake (`p.comment-tip`), or for the whole page's (`body.has-sidebar`). */
const unnamed = words('html body main article form table tbody tr td p li h1 h2 h3 h4 h5 h6');
/** What templates of all kinds call the things round an article. */
const aroundName =
  /(?:^|[\s_-])(?:comments?|replies|reply|disqus|sidebar|footer|breadcrumbs?|related|recommend\w*|copyright|cookies?|consent|gdpr|modal|popup|toolbar|pinglun)(?:$|[\s_-])/i;

/** Whether the element is navigation, a comment section, a script or the like: no text in it is the article's. */
export function isAround(element: Element, tag: string): boolean {
  if (neverProse.has(tag)) return true;
  if (unnamed.has(tag)) return false;
  return aroundName.test(attribute(element, 'class')) || aroundName.test(attribute(element, 'id'));
}

/** Tag and first name, without the numbers that count items: `div post_`. Ends with a space where there is no name. */
export function kindOf(element: Element, tag: string): string {
  const given = attribute(element, 'class') || attribute(element, 'id');
  return `${tag} ${(given.trim().split(/\s/, 1)[0] ?? '').replace(/\d+/g, '')}`;
}

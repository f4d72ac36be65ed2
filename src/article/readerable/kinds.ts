import { attribute } from './unclobbered.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Tags that stand within a line of text. */
export const inline = words(
  'a b cite code em font i label mark q rt ruby s small span strong sub sup time u',
);
/** Tags in which no text is an article's prose. */
export const neverProse = words(
  'script style noscript textarea select button nav footer aside head pre figcaption dialog svg',
);
/** What bears a telling name only for its own sake (`p.comment-tip`), or for the whole page's (`body.has-sidebar`). */
const unnamed = /^(?:html|body|main|article|form|t\w+|p|li|h\d)$/;
/** What templates of all kinds call the things round an article. */
const aroundName =
  /(?:^|[\s_-])(?:comments?|repl(?:y|ies)|disqus|sidebar|footer|related|recommend\w*|cookies?|consent|modal)(?:$|[\s_-])/i;

/** Whether the element is navigation, a comment section, a script or the like: no text in it is the article's. */
export function isAround(element: Element, tag: string): boolean {
  if (neverProse.has(tag)) return true;
  if (unnamed.test(tag)) return false;
  return aroundName.test(attribute(element, 'class')) || aroundName.test(attribute(element, 'id'));
}

/** Tag and first name, without the numbers that count items: `div post_`. Ends with a space where there is no name. */
export function kindOf(element: Element, tag: string): string {
  const given = attribute(element, 'class') || attribute(element, 'id');
  return `${tag} ${given && given.trim().replace(/\d+|\s[^]*/g, '')}`;
}

/** Whether nothing in the kind tells the element from any other box. */
export function isNameless(kind: string): boolean {
  return kind.endsWith(' ') && kind !== 'article ';
}

import createDOMPurify from 'dompurify';
import type { Config } from 'dompurify';
import { read } from './readerable/unclobbered.ts';

const allowedTags = [
  'a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt',
  'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre',
  'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead',
  'time', 'tr', 'u', 'ul', 'var', 'wbr',
];
const allowedAttributes = [
  'alt', 'cite', 'colspan', 'data-align', 'data-footnote', 'data-language', 'data-number', 'data-removal', 'data-standfirst', 'data-tex', 'data-video', 'datetime', 'dir', 'height',
  'href', 'id', 'lang', 'reversed', 'rowspan', 'scope', 'span', 'src', 'start', 'title', 'translate', 'width',
];
/** Ids that the extraction gives out itself: headings and footnotes. Any other could shadow something. */
const ownId = /^jd-[a-z]+-[\w-]{1,80}$/;
const linkAddress = /^(https?:|mailto:|tel:|#)/i;
const pictureAddress = /^(https?:|blob:|data:image\/(png|jpe?g|gif|webp|avif|bmp)[;,])/i;
const controlCharacters = /[\u0000-\u0020\u007f-\u009f]+/g;

const configuration: Config = {
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: allowedAttributes,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

type Purifier = ReturnType<typeof createDOMPurify>;

/**
 * The one gateway from untrusted HTML to nodes: an allow-list of tags and attributes, link addresses of http, mailto
 * and tel only, picture addresses of http, blob and inline bitmaps only.
 *
 * @param html from a page, the store or an imported file; a node is read, not changed.
 */
export function sanitizeToFragment(html: string | Node, document: Document): DocumentFragment {
  const purifier = purifierFor(read<Window | null>(document, 'defaultView') ?? globalThis.window);
  // Markup that begins with `<frameset>` has no body, and what has none shows nothing.
  return (purifier.sanitize(html as string) as unknown as DocumentFragment | null) ?? document.createDocumentFragment();
}

const purifiers = new WeakMap<object, Purifier>();

function purifierFor(window: Window): Purifier {
  const known = purifiers.get(window);
  if (known) return known;
  const purifier = createDOMPurify(undisturbed(window) as Parameters<typeof createDOMPurify>[0]);
  // An unsupported purifier hands back what it was given.
  if (!purifier.isSupported) throw new Error('markup cannot be sanitized here');
  purifier.addHook('uponSanitizeAttribute', guardAttribute);
  purifier.setConfig({ ...configuration, TRUSTED_TYPES_POLICY: policyFor(window) }); // read once: reading it costs as much as a short article
  purifiers.set(window, purifier);
  return purifier;
}

/** The window's parts that the purifier works with, and a document of its own: `<img name=implementation>` shadows those of the page's. */
function undisturbed(window: Window): object {
  const { DOMParser, Element, HTMLTemplateElement, Node, NodeFilter, trustedTypes } = window as Window & typeof globalThis & TrustedTypesWindow;
  return { DOMParser, Element, HTMLTemplateElement, Node, NodeFilter, trustedTypes, document: read<DOMImplementation>(window.document, 'implementation').createHTMLDocument('') };
}

type Policy = Config['TRUSTED_TYPES_POLICY'];

const policies = new WeakMap<object, { policy: Policy }>();

/** The one Trusted Types policy of a window: a second one of the same name is refused. */
function policyFor(window: Window): Policy {
  const known = policies.get(window);
  if (known) return known.policy;
  const policy = policyOf(window);
  policies.set(window, { policy });
  return policy;
}

/**
 * The policy with which markup may be parsed, and nothing loaded; null where there are none. Over a page none is needed,
 * because a page's demands do not bind a script in a world of its own; and none may be asked for, because a page that
 * forbids new ones would be told, and tell its server.
 */
function policyOf(window: Window): Policy {
  if (!window.location.protocol.endsWith('-extension:')) return null;
  try {
    const policy = (window as unknown as TrustedTypesWindow).trustedTypes?.createPolicy('jingdu', { createHTML: (html: string) => html, createScriptURL: () => '' });
    policy?.createHTML(''); // throws where scripts are switched off
    return policy ?? null;
  } catch {
    return null;
  }
}

interface TrustedTypesWindow {
  trustedTypes?: { createPolicy: (name: string, rules: object) => NonNullable<Config['TRUSTED_TYPES_POLICY']> };
}

/** A document that runs and loads nothing, for reading markup that is no HTML document yet; what is kept of it must pass `sanitizeToFragment`. */
export function parseInert(html: string): Document {
  const trusted: unknown = policyFor(globalThis.window)?.createHTML(html) ?? html;
  return new DOMParser().parseFromString(trusted as string, 'text/html');
}

/** The markup of what a sanitised element or fragment holds, to be stored; it is sanitised again before it is shown. */
export function serialize(content: DocumentFragment | Element): string {
  if ('innerHTML' in content) return content.innerHTML;
  const box = content.ownerDocument.createElement('div');
  for (const node of content.childNodes) box.append(node.cloneNode(true));
  return box.innerHTML;
}

const guardAttribute: Parameters<Purifier['addHook']>[1] = ((element: Element, data: { attrName: string; attrValue: string; keepAttr: boolean }): void => {
  const value = data.attrValue.replace(controlCharacters, '');
  if (data.attrName === 'id') data.keepAttr = ownId.test(data.attrValue);
  else if (data.attrName === 'href') data.keepAttr = linkAddress.test(value);
  else if (data.attrName === 'src') data.keepAttr = element.tagName === 'IMG' && pictureAddress.test(value);
  else if (data.attrName === 'cite' || data.attrName === 'data-video') data.keepAttr = /^https?:/i.test(value);
}) as never;

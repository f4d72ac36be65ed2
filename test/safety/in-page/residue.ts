const foreignElements = new Set([
  'script', 'style', 'link', 'meta', 'base', 'title', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'param', 'portal', 'fencedframe', 'form', 'input', 'textarea', 'select', 'option', 'datalist',
  'keygen', 'isindex', 'template', 'slot', 'noscript', 'noembed', 'noframes', 'xmp', 'plaintext', 'listing', 'marquee', 'bgsound', 'audio', 'video', 'track', 'canvas', 'map', 'area', 'dialog', 'math', 'jingdu-reader',
]);
const foreignAttributes = /^(on.*|style|class|name|srcdoc|action|formaction|background|poster|ping|data|is|slot|part|nonce|autofocus|contenteditable|popover.*|command.*|xlink:.*|xmlns.*|http-equiv|manifest|usemap|form|target|lowsrc|dynsrc|longdesc|attributionsrc|item.*|aria-.*|role|tabindex|accesskey|hidden|inert)$/i;
const linkAddress = /^(https?:|mailto:|tel:|#)/i;
const pictureAddress = /^(https?:|blob:|data:image\/(png|jpe?g|gif|webp|avif|bmp)[;,])/i;

/** What of a sanitised tree could do more than be read, in words; nothing where all is well. */
export function residueOf(tree: ParentNode): string[] {
  return [...tree.querySelectorAll('*')].flatMap((element) => [...residueOfElement(element), ...[...element.attributes].flatMap((attribute) => residueOfAttribute(attribute))]);
}

/** The same for a whole view with the reader's own controls and classes. */
export function residueOfView(view: ParentNode): string[] {
  const elements = [...view.querySelectorAll('*')];
  const strangers = elements.filter(({ localName }) => foreignElements.has(localName) && localName !== 'dialog').map(({ localName }) => `<${localName}>`);
  const handlers = elements.flatMap(({ attributes }) => [...attributes].filter(({ name }) => /^on|^srcdoc$|^formaction$|^ping$/.test(name)).map(({ name }) => name));
  const links = elements.flatMap((element) => ['href', 'src'].map((name) => element.getAttribute(name) ?? '#')).filter((address) => !linkAddress.test(address) && !pictureAddress.test(address));
  return [...strangers, ...handlers, ...links];
}

function residueOfElement({ localName, namespaceURI }: Element): string[] {
  const isHtml = namespaceURI === 'http://www.w3.org/1999/xhtml';
  return !isHtml || foreignElements.has(localName) || localName.includes('-') ? [`<${localName}>`] : [];
}

function residueOfAttribute({ name, value, ownerElement }: Attr): string[] {
  if (foreignAttributes.test(name)) return [name];
  if (name === 'id') return /^jd-[a-z]/.test(value) ? [] : [`id=${value}`];
  if (name === 'href') return linkAddress.test(value) ? [] : [`href=${value}`];
  if (name === 'src') return ownerElement?.localName === 'img' && pictureAddress.test(value) ? [] : [`src=${value}`];
  if (name === 'srcset') return value.split(',').some((candidate) => /^\s*[a-z]+script:/i.test(candidate)) ? [`srcset=${value}`] : [];
  return [];
}

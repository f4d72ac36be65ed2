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
  const strangers = elements.filter((element) => foreignElements.has(element.localName) && element.localName !== 'dialog' && !isDrawnFormula(element)).map(({ localName }) => `<${localName}>`);
  const handlers = elements.flatMap(({ attributes }) => [...attributes].filter(({ name }) => /^on|^srcdoc$|^formaction$|^ping$/.test(name)).map(({ name }) => name));
  const links = elements.flatMap((element) => ['href', 'src'].map((name) => element.getAttribute(name) ?? '#')).filter((address) => !linkAddress.test(address) && !pictureAddress.test(address));
  return [...strangers, ...handlers, ...links];
}

/** The reader draws formulas itself, of a few MathML elements that only stand there. */
function isDrawnFormula({ localName, parentElement, children }: Element): boolean {
  return localName === 'math' && parentElement?.matches('.formula[data-tex]') === true && [...children].every(onlyStands);
}

function onlyStands({ localName, namespaceURI, attributes, children }: Element): boolean {
  const isMathml = namespaceURI === 'http://www.w3.org/1998/Math/MathML' && /^m(frac|i|n|o|over|under|underover|padded|phantom|root|row|space|sqrt|style|sub|sup|subsup|table|td|text|tr)$/.test(localName);
  return isMathml && [...attributes].every(({ name }) => !/^(on|href|xlink|style|src)/i.test(name)) && [...children].every(onlyStands);
}

/** The same for the body of an exported file: beside what is shown there is only what the export itself writes. */
export function residueOfFile(body: Element): string[] {
  const elements = [...body.querySelectorAll('*')];
  const looks = elements.flatMap(({ attributes }) => [...attributes].filter(({ name, value }) => name === 'style' || (name === 'class' && !/^(meta|origin|note)$/.test(value))).map(({ name, value }) => `${name}=${value}`));
  const links = elements.flatMap((element) => ['href', 'src'].map((name) => element.getAttribute(name) ?? '#')).filter((address) => !linkAddress.test(address) && !/^(data:image\/[a-z]+;base64,|(text\/\d+\.xhtml|\.\.\/pictures\/picture-\d+\.[a-z]+)(#|$))/.test(address));
  const parts = elements.filter(({ localName }) => foreignElements.has(localName)).map(({ localName }) => `<${localName}>`);
  const acts = elements.flatMap(({ attributes }) => [...attributes].filter(({ name }) => foreignAttributes.test(name) && !/^(class|style|xmlns)$/.test(name)).map(({ name }) => name));
  return [...looks, ...links, ...parts, ...acts];
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

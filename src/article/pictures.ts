/** Pictures up to this width or height are signs within the line: emoji, formulas, bullets. */
const signSize = 60;
const signClass = /(^|[\s_-])(emoji|emotion|face|smiley?|smilies|latex|tex|math|formula|icon)s?([\s_-]|$)/i;
const signAddress = /[/._-](emoji|emoticon|smiley|smilies|latex|equation|icon)s?([/._?-]|$)/i;

/** Pictures that stand for themselves; a sign within the line is left where it is. */
export function picturesIn(node: Node): Element[] {
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const element = node as Element;
  const images = element.tagName === 'IMG' ? [element] : [...element.querySelectorAll('img')];
  return images.filter((image) => !isSign(image));
}

/** Whether a picture is a sign within the line, such as an emoji or a formula. */
export function isSign(image: Element): boolean {
  const size = ['width', 'height'].map((name) => Number.parseFloat(image.getAttribute(name) ?? ''));
  const styled = /(?:^|;)\s*(?:width|height)\s*:\s*(\d+(?:\.\d+)?)px/i.exec(image.getAttribute('style') ?? '')?.[1];
  if (size.some((value) => value <= signSize) || (styled !== undefined && Number(styled) <= signSize)) return true;
  return signClass.test(image.className) || signAddress.test(image.getAttribute('src') ?? '');
}


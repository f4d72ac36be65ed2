import { absolute } from './metadata.ts';
import { isSign } from './pictures.ts';

const tracking = /(^|[/_.-])(pixel|spacer|blank|1x1|beacon|counter|tracker|stat|transparent|c\.gif)([/_.-]|$)|doubleclick|google-analytics|hm\.baidu|cnzz|scorecardresearch/i;

/** Makes the addresses of pictures and links absolute and takes out pictures that show nothing: tracking pixels, empty addresses. */
export function resolveAddresses(body: Element, base: string): void {
  for (const image of body.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    const isInline = /^data:image\//i.test(address);
    const resolved = isInline ? address : absolute(address, base);
    if (resolved === '' || isPixel(image, resolved) || (isSign(image) && !isFormula(image))) removePicture(image);
    else image.setAttribute('src', resolved);
    image.removeAttribute('srcset');
  }
  for (const player of body.querySelectorAll('figure[data-video]')) player.textContent = '';
  for (const link of body.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (address.startsWith('#')) continue;
    const resolved = absolute(address, base);
    if (resolved) link.setAttribute('href', resolved);
    else if (!/^(mailto|tel):/i.test(address)) link.removeAttribute('href');
  }
}

/** Formulas as pictures stay in their line; other pictures of an icon's size say nothing that the text does not. */
function isFormula(image: Element): boolean {
  return /latex|tex\b|math|formula|equation|eeimg/i.test(`${image.className} ${image.getAttribute('src') ?? ''} ${image.getAttribute('data-formula') ?? ''}`);
}

function isPixel(image: Element, address: string): boolean {
  const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(image.getAttribute(name) ?? ''));
  return (width !== undefined && width <= 3) || (height !== undefined && height <= 3) || tracking.test(address);
}

function removePicture(image: Element): void {
  const figure = image.closest('figure');
  if (figure && figure.querySelectorAll('img').length === 1) figure.remove();
  else image.remove();
}

/** Pictures of the body that are not signs within the line. */
export function picturesOf(body: ParentNode): Element[] {
  return [...body.querySelectorAll('img')].filter((image) => !isSign(image));
}

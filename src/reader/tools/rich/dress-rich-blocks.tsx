import { render } from 'preact';
import type { JSX } from 'preact';
import { t } from '../../../i18n.ts';
import { CopyIcon, VideoIcon, ZoomIcon } from '../tool-icons.tsx';

/** Gives code its copy button, pictures their way to the viewer, videos a card, tables a first column that stays and figures that stand under each other. */
export function dressRichBlocks(body: DocumentFragment): void {
  body.querySelectorAll('pre').forEach(offerCopy);
  body.querySelectorAll('figure').forEach((figure) => {
    if (figure.querySelector('img') !== null) offerZoom(figure);
  });
  body.querySelectorAll<HTMLElement>('figure[data-video]').forEach(drawVideoCard);
  body.querySelectorAll('table').forEach(keepFirstColumn);
  body.querySelectorAll('table').forEach(alignFigures);
}

/** The button stands beside the code, so that neither a selection nor a highlight ever holds it. */
function offerCopy(code: Element): void {
  const box = code.ownerDocument.createElement('div');
  box.className = 'code-box';
  code.replaceWith(box);
  box.append(code, button(box, { name: 'copy-code', label: t('copyCode'), icon: <CopyIcon /> }));
}

function offerZoom(figure: Element): void {
  figure.append(button(figure, { name: 'zoom', label: t('pictureOpen'), icon: <ZoomIcon /> }));
}

function button({ ownerDocument }: Element, { name, label, icon }: { name: string; label: string; icon: JSX.Element }): HTMLButtonElement {
  const made = ownerDocument.createElement('button');
  made.type = 'button';
  made.className = 'block-button';
  made.setAttribute('data-testid', name);
  made.setAttribute('aria-label', label);
  made.title = label;
  render(icon, made);
  return made;
}

/** Nothing is loaded from the player: a card says that there is a video and where it can be watched. */
function drawVideoCard(figure: HTMLElement): void {
  const address = figure.getAttribute('data-video') ?? '';
  if (!URL.canParse(address)) return figure.remove();
  const card = figure.ownerDocument.createElement('a');
  card.className = 'video-card';
  card.href = address;
  card.target = '_blank';
  card.rel = 'noopener noreferrer';
  card.setAttribute('data-aside', '');
  card.setAttribute('data-testid', 'video');
  render(<><VideoIcon /><span>{t('videoWatch')}</span><small>{new URL(address).hostname}</small></>, card);
  figure.prepend(card);
}

/** Where cells of the first column span rows, the first cell of a row is not always in it; such a table scrolls whole. */
function keepFirstColumn(table: Element): void {
  const rows = Array.from(table.querySelectorAll('tr'));
  const isPlain = rows.every((row) => row.firstElementChild !== null && !row.firstElementChild.matches('[rowspan], [colspan]'));
  if (isPlain && rows.some((row) => row.childElementCount > 2)) table.classList.add('keeps-first-column');
}

/** A column of figures is set to its end, head and all, so that digit stands under digit. Where cells span, columns cannot be told by counting. */
function alignFigures(table: Element): void {
  if (table.querySelector('[rowspan], [colspan]') !== null) return;
  const [head, ...rows] = Array.from(table.querySelectorAll('tr'), (row) => Array.from(row.children));
  head?.forEach((top, column) => {
    const cells = rows.flatMap((row) => row[column] ?? []);
    if (column > 0 && cells.length > 1 && cells.every(isFigure)) [top, ...cells].forEach((cell) => cell.classList.add('number'));
  });
}

/** A number with its sign, its currency and its unit; a dash is a number that is not known. */
function isFigure({ textContent }: Element): boolean {
  return /^[-+−–—±≈~]?\s*(?:[¥￥$€£]\s*)?(?:\d[\d,.\s]*(?:%|‰|[a-z]{1,3}|[\u4e00-\u9fff]{1,2})?|[-–—/])?$/i.test((textContent ?? '').trim());
}

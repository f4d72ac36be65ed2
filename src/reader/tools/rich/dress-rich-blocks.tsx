import { render } from 'preact';
import type { JSX } from 'preact';
import { t } from '../../../i18n.ts';
import { CopyIcon, VideoIcon, ZoomIcon } from '../tool-icons.tsx';

/** Gives code its copy button, pictures their way to the viewer, videos a card, tables a first column that stays. */
export function dressRichBlocks(body: DocumentFragment): void {
  body.querySelectorAll('pre').forEach(offerCopy);
  body.querySelectorAll('figure').forEach((figure) => {
    if (figure.querySelector('img') !== null) offerZoom(figure);
  });
  body.querySelectorAll<HTMLElement>('figure[data-video]').forEach(drawVideoCard);
  body.querySelectorAll('table').forEach(keepFirstColumn);
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

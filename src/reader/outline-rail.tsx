import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { Outline } from '../ui/outline.tsx';
import type { Standing } from './blocks.ts';

interface OutlineRailProps {
  article: Article;
  standing: Standing;
  drawerOpen: boolean;
  onSelect: (id: string) => void;
  onCopyLink: (id: string) => void;
  onClose: () => void;
}

/** The outline: a rail beside the text where there is room, a drawer where there is none. */
export function OutlineRail({ article: { outline, url }, standing: { current, left }, drawerOpen, onSelect, onCopyLink, onClose }: OutlineRailProps): JSX.Element {
  const rail = useRef<HTMLElement>(null);
  useEffect(() => keepInSight(rail.current), [current, drawerOpen]);
  useEffect(() => {
    if (!drawerOpen) return undefined;
    const before = rail.current?.getRootNode() as Document | ShadowRoot | undefined;
    const opener = before?.activeElement;
    (markedItem(rail.current) ?? rail.current?.querySelector('button'))?.focus({ preventScroll: true });
    return () => giveBackFocus(rail.current, opener);
  }, [drawerOpen]);

  return (
    <>
      <div class="scrim" onClick={onClose} />
      <nav class="rail" aria-label={t('outline')} ref={rail}>
        <div class="rail-head">
          <span>{t('outline')}</span>
          <span class="rail-left" data-testid="minutes-left">{describeLeft(left.all)}</span>
          <button type="button" class="icon-button rail-close" aria-label={t('outlineClose')} onClick={onClose}><CloseIcon /></button>
        </div>
        {outline.length > 0
          ? <Outline outline={outline} current={current} currentNote={describeSectionLeft(left.section)} onSelect={onSelect} onCopyLink={isWebAddress(url) ? onCopyLink : undefined} />
          : <p class="rail-none">{t('outlineNone')}</p>}
      </nav>
    </>
  );
}

function describeLeft(minutes: number): string {
  return minutes < 0.5 ? t('minutesLeftNone') : t('minutesLeft', Math.round(minutes));
}

function describeSectionLeft(minutes: number): string {
  return minutes < 0.5 ? t('minutesUnderOne') : t('minutesShort', Math.round(minutes));
}

function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url);
}

function markedItem(rail: HTMLElement | null): HTMLElement | null {
  return rail?.querySelector<HTMLElement>('[aria-current]') ?? null;
}

/** Scrolls the rail alone: `scrollIntoView` would move the text as well. */
function keepInSight(rail: HTMLElement | null): void {
  const item = markedItem(rail);
  if (rail === null || item === null) return;
  const frame = rail.getBoundingClientRect();
  const { top, bottom } = item.getBoundingClientRect();
  const margin = 40;
  if (top < frame.top + margin) rail.scrollTop -= frame.top + margin - top;
  else if (bottom > frame.bottom - margin) rail.scrollTop += bottom - frame.bottom + margin;
}

/** Focus goes back to the button that opened the drawer, unless it has already moved on to a heading. */
function giveBackFocus(rail: HTMLElement | null, opener: Element | null | undefined): void {
  const active = (rail?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement ?? null;
  if (opener instanceof HTMLElement && (active === null || rail?.contains(active))) opener.focus({ preventScroll: true });
}

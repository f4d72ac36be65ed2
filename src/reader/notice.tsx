import { render } from 'preact';
import type { ComponentChildren, JSX } from 'preact';
import { t, uiLanguage } from '../i18n.ts';
import type { FailureReason } from '../messages.ts';
import type { Theme } from '../settings.ts';
import { failureText } from '../ui/failure-text.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { isComposing } from './composing.ts';
import { openLayer } from './layer.ts';
import { overlayStyles } from './overlay.tsx';

interface FailureProps {
  reason: FailureReason | 'not-an-article';
  /** Offered where trying can help. */
  onTry?: (() => void) | undefined;
}

interface NoticeProps {
  theme: Theme;
  /** What it says; `close` takes it away. */
  draw: (close: () => void) => ComponentChildren;
  /** Where it stands; over the page itself where nothing is named. */
  place?: HTMLElement | undefined;
}

/** Why a page cannot be shown in the reader. */
export function drawFailure({ reason, onTry }: FailureProps): NoticeProps['draw'] {
  const text = reason === 'not-an-article' ? t(onTry ? 'notArticle' : 'stillNoArticle') : failureText(reason);
  return (close): JSX.Element => (
    <>
      <p role="status">{text}</p>
      {onTry && <button type="button" class="button" data-testid="try" onClick={() => { close(); onTry(); }}>{t('tryAnyway')}</button>}
      <button type="button" class="icon-button" data-testid="close" aria-label={t('close')} onClick={close}><CloseIcon /></button>
    </>
  );
}

/** Shows a small word at the edge of a page, which stays usable; Esc closes it. The returned function does too. */
export function openNotice(document: Document, { theme, draw, place }: NoticeProps): () => void {
  const life = new AbortController();
  const close = (): void => life.abort();
  const root = place ? undefined : openLayer(document, overlayStyles);
  const popover = document.createElement('div');
  popover.popover = 'manual';
  (place ?? root)?.append(popover);
  render(<div class="notice" data-testid="notice" data-theme={theme} lang={uiLanguage()}>{draw(close)}</div>, popover);
  popover.showPopover();
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !isComposing(event)) close();
  }, { capture: true, signal: life.signal });
  life.signal.addEventListener('abort', () => {
    render(null, popover);
    popover.remove();
    root?.host.remove();
  });
  return close;
}

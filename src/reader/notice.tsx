import { render } from 'preact';
import type { JSX } from 'preact';
import { t, uiLanguage } from '../i18n.ts';
import type { FailureReason } from '../messages.ts';
import type { Theme } from '../settings.ts';
import { failureText } from '../ui/failure-text.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { isComposing } from './composing.ts';
import { openLayer } from './layer.ts';
import { overlayStyles } from './overlay.tsx';

interface NoticeProps {
  reason: FailureReason | 'not-an-article';
  theme: Theme;
  /** Offered where trying can help. */
  onTry?: (() => void) | undefined;
  onClose: () => void;
}

/** A small word at the edge of a page that cannot be shown in the reader. */
export function Notice({ reason, theme, onTry, onClose }: NoticeProps): JSX.Element {
  const text = reason === 'not-an-article' ? t(onTry ? 'notArticle' : 'stillNoArticle') : failureText(reason);
  return (
    <div class="notice" data-testid="notice" data-theme={theme} lang={uiLanguage()} role="status">
      <p>{text}</p>
      {onTry && <button type="button" class="button" data-testid="try" onClick={onTry}>{t('tryAnyway')}</button>}
      <button type="button" class="icon-button" data-testid="close" aria-label={t('close')} onClick={onClose}><CloseIcon /></button>
    </div>
  );
}

/** Shows a notice over the page, which stays usable; Esc closes it. The returned function does too. */
export function openNotice(document: Document, props: Omit<NoticeProps, 'onClose'>): () => void {
  const life = new AbortController();
  const close = (): void => life.abort();
  const root = openLayer(document, overlayStyles);
  const popover = document.createElement('div');
  popover.popover = 'manual';
  root.append(popover);
  const onTry = props.onTry && (() => { close(); props.onTry?.(); });
  render(<Notice {...props} onTry={onTry} onClose={close} />, popover);
  popover.showPopover();
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !isComposing(event)) close();
  }, { capture: true, signal: life.signal });
  life.signal.addEventListener('abort', () => {
    render(null, popover);
    root.host.remove();
  });
  return close;
}

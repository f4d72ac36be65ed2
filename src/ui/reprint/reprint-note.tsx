import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t, uiLanguage } from '../../i18n.ts';
import type { Reprint } from '../../library/reprints/reprint.ts';
import { CloseIcon } from '../icons.tsx';
import type { SavingState } from '../use-saving.ts';
import type { ReprintDesk, ReprintState } from './use-reprint.ts';
import { useReprint } from './use-reprint.ts';

interface ReprintNoteProps {
  saving: SavingState;
  desk: Partial<ReprintDesk>;
  /** There is nothing more to say. */
  onClose?: () => void;
  /** What was said of the older one has been handed on. */
  onReplaced?: () => void;
}

/** After a save, a word about the same article from another address, and the choice what to do about it. */
export function ReprintNote({ saving, desk, onClose, onReplaced }: ReprintNoteProps): JSX.Element {
  const { state, open, replace, keepBoth } = useReprint(saving, desk);
  useEffect(() => { if (state.kind === 'replaced') onReplaced?.(); }, [state.kind]);
  const close = (): void => {
    keepBoth();
    onClose?.();
  };
  return (
    <div class="reprint" role="status" data-testid="reprint" data-state={state.kind}>
      {state.kind !== 'none' && <p dir="auto">{wordOf(state)}</p>}
      {state.kind === 'found' && (
        <>
          <button type="button" class="button" data-testid="reprint-both" onClick={close}>{t('reprintKeepBoth')}</button>
          <button type="button" class="button" data-testid="reprint-replace" onClick={replace}>{t('reprintReplace')}</button>
          <button type="button" class="button" data-testid="reprint-open" onClick={open}>{t('reprintOpen')}</button>
        </>
      )}
      {(state.kind === 'replaced' || state.kind === 'failed') && (
        <button type="button" class="icon-button" data-testid="reprint-close" aria-label={t('close')} title={t('close')} onClick={close}><CloseIcon /></button>
      )}
    </div>
  );
}

function wordOf(state: Exclude<ReprintState, { kind: 'none' }>): string {
  if (state.kind === 'found') return t('reprintFound', placeOf(state.reprint), percent(state.reprint));
  return t(state.kind === 'replaced' ? 'reprintReplaced' : 'reprintFailed');
}

function placeOf({ siteName, url }: Reprint): string {
  return siteName || (URL.canParse(url) ? new URL(url).hostname : url);
}

/** What differs in a letter is not the same: all is said only of what is. */
function percent({ likeness }: Reprint): string {
  const shown = likeness < 1 ? Math.min(0.99, likeness) : 1;
  return new Intl.NumberFormat(uiLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(shown);
}

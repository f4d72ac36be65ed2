import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import { CloseIcon } from '../ui/icons.tsx';

/** The quiet offer to go on where one left off. */
export function PlaceOffer({ onReturn, onDismiss }: { onReturn: () => void; onDismiss: () => void }): JSX.Element {
  return (
    <div class="place-offer" data-testid="place-offer" role="status">
      <button type="button" class="link-button" data-testid="place-return" onClick={onReturn}>{t('placeReturn')}</button>
      <button type="button" class="icon-button" data-testid="place-dismiss" aria-label={t('placeDismiss')} onClick={onDismiss}><CloseIcon /></button>
    </div>
  );
}

import type { JSX } from 'preact';
import { t } from '../i18n.ts';

/** Above the text of a saved article: that its pictures were left where they are, and the button that fetches them. */
export function PictureOffer({ count, onShow }: { count: number; onShow: () => void }): JSX.Element {
  return (
    <div class="picture-offer" data-testid="picture-offer">
      <p>{t('picturesWithheld', count)}</p>
      <button type="button" class="button" data-testid="show-pictures" title={t('picturesShowHint')} onClick={onShow}>{t('picturesShow')}</button>
    </div>
  );
}

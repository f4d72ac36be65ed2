import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { describePictures } from '../ui/picture-words.ts';
import type { SavedPictures } from './saved-pictures.ts';
import { useKeeping } from './use-keeping.ts';

interface PictureOfferProps {
  pictures: SavedPictures;
  /** How many places in the text wait for their picture. */
  withheld: number;
  /** More of them are kept than before. */
  onKept: () => void;
}

/** Above the text of a saved article: how many of its pictures are kept, and the buttons that keep or show the others. */
export function PictureOffer({ pictures, withheld, onKept }: PictureOfferProps): JSX.Element | null {
  const { tally, state, keep } = useKeeping(pictures, onKept);
  const [isWhole] = useState(tally.kept === tally.total);
  if (tally.total === 0) return null;
  const words = state === 'keeping' ? t('picturesKept', tally.kept, tally.total) : describePictures(tally);
  if (isWhole) return <p class="pictures-kept" data-testid="pictures-kept">{words}</p>;
  return (
    <div class="picture-offer" data-testid="picture-offer">
      <p role="status">{state === 'denied' ? t('picturesDenied') : state === 'failed' ? t('picturesFailed') : words}</p>
      <div class="picture-ways">
        {tally.kept < tally.total && (
          <button type="button" class="button" data-testid="keep-pictures" title={t('picturesKeepHint')} disabled={state === 'keeping'} onClick={keep}>
            {t(state === 'keeping' ? 'picturesKeeping' : 'picturesKeep')}
          </button>
        )}
        {!pictures.given && withheld > 0 && <button type="button" class="button" data-testid="show-pictures" title={t('picturesShowHint')} onClick={pictures.give}>{t('picturesShow')}</button>}
      </div>
    </div>
  );
}

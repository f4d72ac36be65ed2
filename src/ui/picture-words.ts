import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import type { PictureFault, PictureTally } from '../library/pictures/picture.ts';

const faultWords: Record<PictureFault, MessageKey> = {
  'no-room': 'picturesNoRoom',
  'too-large': 'picturesTooLarge',
  'article-full': 'picturesArticleFull',
  unsupported: 'picturesUnsupported',
  unreached: 'picturesUnreached',
};

/** How many pictures of an article are kept, and why the others are not; empty where it has none. For those without a fault the page had nothing to give when the article was saved. */
export function describePictures({ total, kept, faults }: PictureTally): string {
  if (total === 0) return '';
  const why = Object.entries(faults).flatMap(([fault, count]) => (count > 0 ? [t(faultWords[fault as PictureFault], count)] : []));
  const left = total - kept - Object.values(faults).reduce((sum, count) => sum + count, 0);
  return [t('picturesKept', kept, total), ...why, ...(left > 0 ? [t('picturesLeft', left)] : [])].join(' · ');
}

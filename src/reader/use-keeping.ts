import { useState } from 'preact/hooks';
import type { PictureTally } from '../library/pictures/picture.ts';
import type { SavedPictures } from './saved-pictures.ts';

interface Keeping {
  tally: PictureTally;
  state: 'waiting' | 'keeping' | 'denied' | 'failed';
  keep: () => void;
}

/** How many pictures of a saved article are kept, and the deed of keeping the others. */
export function useKeeping(pictures: SavedPictures, onKept: () => void): Keeping {
  const [tally, setTally] = useState<PictureTally>({ total: pictures.total, kept: pictures.kept.size, faults: {} });
  const [state, setState] = useState<Keeping['state']>('waiting');
  const run = async (): Promise<void> => {
    setState('keeping');
    const outcome = await pictures.keepOthers((kept, total) => setTally({ total, kept, faults: {} }));
    if (outcome !== 'denied') setTally(outcome);
    setState(outcome === 'denied' ? 'denied' : 'waiting');
    onKept();
  };
  const keep = (): void => void run().catch((error: unknown) => {
    console.error('the pictures of an article could not be kept', error);
    setState('failed');
  });
  return { tally, state, keep };
}

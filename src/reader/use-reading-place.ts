import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import type { ReadingPlace } from '../library/reading-place.ts';
import type { Block } from './blocks.ts';
import { anchorOf, findBlock, standingAt } from './blocks.ts';

/** Where reading places are kept, as a view sees it. */
export interface PlaceKeeper {
  readingPlace(url: string): Promise<ReadingPlace | undefined>;
  keepReadingPlace(url: string, place: ReadingPlace): Promise<void>;
}

interface Options {
  article: Article;
  blocks: readonly Block[];
  reached: number;
  keeper: PlaceKeeper;
  /** Whether one wished to be at a section anyway. */
  hasDestination: boolean;
}

/** So many blocks from the top one is still at the beginning; so many further on one has decided to read from there. */
const beginning = 3;
/** A text read so far is finished. */
const finished = 0.97;
const rest = 600;

/** The block where one left off the last time, as long as it is worth offering; keeps the place one is at. */
export function useReadingPlace({ article, blocks, reached, keeper, hasDestination }: Options): { offered: Block | undefined; dismiss: () => void } {
  const [last, setLast] = useState<ReadingPlace | 'none'>();
  useEffect(() => {
    const life = new AbortController();
    const take = (place: ReadingPlace | undefined): void => {
      if (!life.signal.aborted) setLast(place ?? 'none');
    };
    keeper.readingPlace(article.url).then(take, () => take(undefined));
    return () => life.abort();
  }, [article.url, keeper]);
  const dismiss = useCallback(() => setLast('none'), []);

  const index = last === undefined || last === 'none' || hasDestination || last.fraction >= finished ? -1 : findBlock(blocks, last.anchorText, last.fraction);
  // Whoever reads on from elsewhere has chosen: from then on that is the place.
  const isOffered = index >= beginning && reached < index && reached < beginning * 2;
  const mayKeep = last !== undefined && !isOffered && reached >= 0;
  useEffect(() => {
    if (index >= 0 && !isOffered) dismiss();
  }, [index, isOffered, dismiss]);
  useKeeping(mayKeep ? placeAt(blocks, reached) : undefined, (place) => keeper.keepReadingPlace(article.url, place));
  return { offered: isOffered ? blocks[index] : undefined, dismiss };
}

function placeAt(blocks: readonly Block[], reached: number): ReadingPlace | undefined {
  const block = blocks[reached];
  return block && { fraction: standingAt(blocks, reached).fraction, anchorText: anchorOf(block) };
}

/** Keeps the place when the reading rests, and at the latest when the view or the page goes. */
function useKeeping(place: ReadingPlace | undefined, keep: (place: ReadingPlace) => Promise<void>): void {
  const latest = useRef({ place, kept: '', keep });
  latest.current.keep = keep;
  if (place !== undefined) latest.current.place = place;
  const flush = useCallback(() => {
    const { place: now, kept } = latest.current;
    if (now === undefined || now.anchorText === kept) return;
    latest.current.kept = now.anchorText;
    latest.current.keep(now).catch((error: unknown) => console.info('the reading place was not kept', error));
  }, []);
  const anchor = place?.anchorText;
  useEffect(() => {
    const timer = setTimeout(flush, rest);
    return () => clearTimeout(timer);
  }, [anchor, flush]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
}

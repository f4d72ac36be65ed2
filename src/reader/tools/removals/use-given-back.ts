import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Article, Removal, RemovalGroup } from '../../../article/article.ts';
import type { PictureConsent } from '../../picture-consent.ts';
import { giveBack } from './give-back.ts';

/** Where it is kept which kinds a person wants to see on a site. */
export interface KindKeeper {
  keptKinds(site: string): Promise<RemovalGroup[]>;
  keepKind(choice: { site: string; group: RemovalGroup; keep: boolean }): Promise<void>;
}

/** What of the removed stands in the text again, and the deeds that change it. */
export interface GivenBack {
  shown: ReadonlySet<number>;
  kept: ReadonlySet<RemovalGroup>;
  toggle: (removal: Removal) => void;
  toggleKind: (group: RemovalGroup) => void;
}

interface Options {
  article: Article;
  body: RefObject<HTMLElement | null>;
  keeper: KindKeeper;
  /** Absent where pictures come from the page that is open anyway. */
  pictures?: PictureConsent | undefined;
}

const none: ReadonlySet<number> = new Set();

/** Keeps the body in step with what a person gave back: block by block, or a kind for the whole site. */
export function useGivenBack({ article, body, keeper, pictures }: Options): GivenBack {
  const [choice, setChoice] = useState<{ article: Article; shown: ReadonlySet<number> }>({ article, shown: none });
  // The numbers of one extraction mean nothing in another.
  const shown = choice.article === article ? choice.shown : none;
  const setShown = (ids: Iterable<number>): void => setChoice({ article, shown: new Set(ids) });
  const [kept, setKept] = useState<ReadonlySet<RemovalGroup>>(new Set());
  const site = siteOf(article.url);
  useEffect(() => {
    const life = new AbortController();
    void keeper.keptKinds(site).then((groups) => {
      if (life.signal.aborted) return;
      setKept(new Set(groups));
      setShown(article.removals.filter(({ group }) => groups.includes(group)).map(({ id }) => id));
    });
    return () => life.abort();
  }, [article, keeper, site]);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const withoutPictures = pictures?.given === false;
    for (const removal of article.removals) giveBack(element, removal, { shown: shown.has(removal.id), url: article.url, withoutPictures });
  }, [article, body, pictures, shown]);

  const toggleKind = (group: RemovalGroup): void => {
    const keep = !kept.has(group);
    setKept(flip(kept, group));
    if (keep) setShown([...shown, ...article.removals.filter((removal) => removal.group === group).map(({ id }) => id)]);
    void keeper.keepKind({ site, group, keep });
  };
  return { shown, kept, toggle: ({ id }) => setShown(flip(shown, id)), toggleKind };
}

function flip<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const flipped = new Set(set);
  if (!flipped.delete(item)) flipped.add(item);
  return flipped;
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

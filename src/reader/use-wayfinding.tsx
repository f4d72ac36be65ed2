import type { JSX, RefObject } from 'preact';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import { standingAt } from './blocks.ts';
import type { Standing } from './blocks.ts';
import { headingsOf, moveTo, moveToSection, neighbourSection } from './move-to.ts';
import { PlaceOffer } from './place-offer.tsx';
import type { ReaderHost } from './reader-host.ts';
import { sectionLink } from './section-link.ts';
import { copyText } from './tools/copy-text.ts';
import type { Say } from './tools/word.tsx';
import { useReached } from './use-reached.ts';
import { useReadingPlace } from './use-reading-place.ts';

interface Options {
  article: Article;
  host: ReaderHost;
  body: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  hasDestination: boolean;
}

/** Where one stands in the text, and the ways to go elsewhere in it. */
export interface Wayfinding {
  standing: Standing;
  /** The offer to go on where one left off, while there is one. */
  offer: JSX.Element | null;
  goBack: () => void;
  jumpTo: (sectionId: string) => void;
  jumpBy: (step: 1 | -1) => void;
  /** Copies the address of a section, without one that of the section being read. */
  copyLink: (say: Say, sectionId?: string) => void;
}

/** Finds the way in the text of one article. */
export function useWayfinding({ article, host, body, scroller, hasDestination }: Options): Wayfinding {
  const { blocks, reached } = useReached({ article, body, scroller });
  const { offered, dismiss } = useReadingPlace({ article, blocks, reached, keeper: host, hasDestination });
  const standing = standingAt(blocks, reached);
  const goBack = (): void => {
    offered?.element.setAttribute('data-last-read', '');
    moveTo(offered?.element);
    dismiss();
  };
  const jumpTo = (id: string): void => moveToSection(body.current, id);
  const jumpBy = (step: 1 | -1): void => {
    const id = neighbourSection(headingsOf(body.current, article), step);
    if (id !== undefined) jumpTo(id);
  };
  const copyLink = (say: Say, sectionId = standing.current): void => {
    const heading = article.outline.find(({ id }) => id === sectionId)?.text;
    const link = heading === undefined ? article.url : sectionLink(article.url, heading);
    if (scroller.current !== null) void copyText(link, scroller.current).then((done) => say(t(done ? 'linkCopied' : 'copyFailed'), { failed: !done }));
  };
  const offer = offered ? <PlaceOffer onReturn={goBack} onDismiss={dismiss} /> : null;
  return { standing, offer, goBack, jumpTo, jumpBy, copyLink };
}

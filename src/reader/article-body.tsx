import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { sanitizeToFragment } from '../article/sanitize.ts';
import { dressBody } from './dress-body.ts';
import { leaveOutDrawings } from './formulas/leave-out-drawings.ts';
import { PictureOffer } from './picture-offer.tsx';
import type { SavedPictures } from './saved-pictures.ts';
import { replaceAddressless, showKept, watchPictures, withholdPictures } from './watch-pictures.tsx';

interface ArticleBodyProps {
  article: Article;
  container: RefObject<HTMLDivElement | null>;
  /** A link that leads to a place in the article itself. */
  onJump: (id: string) => void;
  /** Absent where pictures come from the page that is open anyway. */
  pictures?: SavedPictures | undefined;
}

/** The body of the article: nodes made by the sanitizer, dressed for reading, outside of the component tree. */
export function ArticleBody({ article, container, onJump, pictures }: ArticleBodyProps): JSX.Element {
  const jump = useRef(onJump);
  jump.current = onJump;
  const [withheld, setWithheld] = useState(0);
  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const life = new AbortController();
    const fragment = sanitizeToFragment(article.contentHtml, element.ownerDocument);
    dressBody(fragment);
    replaceAddressless(fragment);
    if (pictures) showKept(fragment, pictures.kept);
    setWithheld(pictures?.given === false ? withholdPictures(fragment) : 0);
    watchPictures(element, life.signal);
    leaveOutDrawings(element, life.signal);
    followLinksInside(element, article.url, { jump: (id) => jump.current(id), signal: life.signal });
    element.replaceChildren(fragment);
    return () => life.abort();
  }, [article, container, pictures]);
  return (
    <>
      {pictures && <PictureOffer pictures={pictures} withheld={withheld} onKept={() => setWithheld(container.current ? showKept(container.current, pictures.kept) : 0)} />}
      <div class="body" data-testid="body" ref={container} />
    </>
  );
}

/** Footnotes and the like lead to their place here; the page behind keeps its address. */
function followLinksInside(body: HTMLElement, url: string, { jump, signal }: { jump: (id: string) => void; signal: AbortSignal }): void {
  body.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const id = link === null ? undefined : fragmentWithin(link.getAttribute('href') ?? '', url);
    if (id === undefined || !body.querySelector(`[id=${JSON.stringify(id)}]`)) return;
    event.preventDefault();
    jump(id);
  }, { signal });
}

/** The fragment of an address that lies in the document of that URL. */
function fragmentWithin(href: string, url: string): string | undefined {
  const [base = '', fragment] = href.split('#');
  if (fragment === undefined || fragment === '') return undefined;
  return base === '' || base === url.split('#')[0] ? decodeFragment(fragment) : undefined;
}

function decodeFragment(fragment: string): string {
  return URL.canParse(`x:${fragment}`) && !/%(?![0-9a-f]{2})/i.test(fragment) ? decodeURIComponent(fragment) : fragment;
}

import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';

interface Place {
  article: Article;
  body: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
}

/** Everything above the upper third of the view counts as reached, however far above. */
const reached = '1000000px 0px -66% 0px';

/** The id of the section being read: the last heading that has passed the upper third of the view. */
export function useCurrentSection({ article, body, scroller }: Place): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const ids = new Set(article.outline.map(({ id }) => id));
    const headings = Array.from(body.current?.querySelectorAll('[id]') ?? []).filter(({ id }) => ids.has(id));
    const passed = new Set<Element>();
    const observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      setCurrent(headings.findLast((heading) => passed.has(heading))?.id);
    }, { root: scroller.current, rootMargin: reached });
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [article, body, scroller]);
  return current;
}

import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import type { Block } from './blocks.ts';
import { blocksOf } from './blocks.ts';

interface Place {
  article: Article;
  body: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
}

/** Everything above the upper third of the view counts as reached, however far above. */
const reachedZone = '1000000px 0px -66% 0px';

/** The blocks of the text, and the index of the last one whose beginning has passed the upper third of the view; -1 before the first. */
export function useReached({ article, body, scroller }: Place): { blocks: readonly Block[]; reached: number } {
  const [seen, setSeen] = useState<{ blocks: readonly Block[]; reached: number }>({ blocks: [], reached: -1 });
  useEffect(() => {
    const blocks = body.current === null ? [] : blocksOf(body.current, article);
    const passed = new Set<Element>();
    const observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      setSeen({ blocks, reached: blocks.findLastIndex(({ element }) => passed.has(element)) });
    }, { root: scroller.current, rootMargin: reachedZone });
    for (const { element } of blocks) observer.observe(element);
    setSeen({ blocks, reached: -1 });
    return () => observer.disconnect();
  }, [article, body, scroller]);
  return seen;
}
